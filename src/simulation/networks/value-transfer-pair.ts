import { between, chance, logNormal, pick, roundedMinor, wholeBetween } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type MoneyTrail } from './money-trail.js';
import { stranger, type NetworkScene } from './network-scene.js';
import { operatorChannel } from './operator-channel.js';
import { type Operator } from './operator.js';
import { giveBackAll } from './refunds.js';

/** A sum that one side took in and a side, mostly the other, is to pay out. */
interface Order {
  /** Day from which it may be paid out. */
  readonly day: number;
  readonly takenBy: 0 | 1;
  readonly paidBy: 0 | 1;
  readonly to: number;
  readonly minor: number;
  /** Whether it is the network's money; others are honest customers. */
  readonly fee: boolean;
}

/**
 * Two value-transfer nodes in two places: what one takes in the other pays out from its own stock, for families of the
 * network and for honest customers alike, and now and then they settle only the difference (domain reference, S35).
 * Nobody pays out more than is there; an order then waits for the next settlement.
 */
export function runValueTransferPair(
  scene: NetworkScene,
  trail: MoneyTrail,
  given: { readonly desks: readonly [Operator, Operator]; readonly coordinators: readonly Operator[] },
): void {
  const { clock, random } = scene.stage;
  const { desks } = given;
  for (const desk of desks) giveBackAll(scene.stage, trail, desk.account);
  const stock: [number, number] = [0, 0];
  const incoming = [feesIn(0), feesIn(1), honestOrders(scene, trail, desks)]
    .flat()
    .sort((left, right) => left.takenDay - right.takenDay);
  const rhythm = pick(random, [7, 14, 30]);
  const waiting: Order[] = [];
  // What the first side owes the second; negative the other way round.
  let owed = 0;
  for (let day = 0, i = 0; day < clock.days; day++) {
    for (; i < incoming.length && incoming[i]!.takenDay < day; i++) {
      const { order, takenMinor } = incoming[i]!;
      const stays = takenMinor - order.minor;
      stock[order.takenBy] += order.minor;
      trail.keep(desks[order.takenBy].account, day * DAY_SECONDS, stays);
      waiting.push(order);
    }
    for (let w = 0; w < waiting.length; w++) {
      const order = waiting[w]!;
      if (order.day > day || stock[order.paidBy] < order.minor) continue;
      waiting.splice(w--, 1);
      if (!payOut(order, day)) continue;
      stock[order.paidBy] -= order.minor;
      if (order.takenBy !== order.paidBy) owed += order.takenBy === 0 ? order.minor : -order.minor;
    }
    if (day % rhythm === rhythm - 1) settle(day);
  }

  function feesIn(side: 0 | 1): { takenDay: number; takenMinor: number; order: Order }[] {
    const lots = trail.lotsOf(desks[side].account).filter((lot) => lot.refundTo < 0);
    return lots.map((lot) => {
      const day = Math.floor(Math.max(lot.time, lot.waitsUntil) / DAY_SECONDS) + wholeBetween(random, 1, 4);
      const minor = Math.floor(lot.minor * (1 - desks[side].kept * between(random, 0.9, 1.1)));
      const other = side === 0 ? 1 : 0;
      const paidBy = chance(random, 0.75) ? other : side;
      const to = pick(random, given.coordinators).account;
      const order: Order = { day, takenBy: side, paidBy, to, minor, fee: true };
      return { takenDay: lot.time / DAY_SECONDS, takenMinor: lot.minor, order };
    });
  }

  function payOut({ paidBy, to, minor, fee }: Order, day: number): boolean {
    const from = desks[paidBy].account;
    const time = clock.moment(day, random);
    if (fee) return trail.pay({ time, from, to, minor, detail: { channel: operatorChannel(scene.stage) } });
    const detail = { channel: operatorChannel(scene.stage), currency: trail.currency };
    return scene.stage.sheet.add(time, from, to, minor, detail) >= 0;
  }

  function settle(day: number): void {
    const payer = owed > 0 ? 0 : 1;
    const most = Math.min(Math.abs(owed), stock[payer]) * between(random, 0.85, 1);
    const minor = Math.floor(most / 10_000) * 10_000;
    const to = desks[payer === 0 ? 1 : 0].account;
    const detail = { channel: operatorChannel(scene.stage) };
    // In the evening, when the day's orders are paid.
    const time = (day + between(random, 0.93, 0.99)) * DAY_SECONDS;
    if (minor <= 0 || !trail.pay({ time, from: desks[payer].account, to, minor, detail })) return;
    stock[payer] -= minor;
    stock[payer === 0 ? 1 : 0] += minor;
    owed += payer === 0 ? -minor : minor;
  }
}

/** Customers who send money to somebody at the other end, like those of any such service. */
function honestOrders(
  scene: NetworkScene,
  trail: MoneyTrail,
  desks: readonly [Operator, Operator],
): { takenDay: number; takenMinor: number; order: Order }[] {
  const { stage } = scene;
  const { random, clock, book, sheet, scale } = stage;
  const found: { takenDay: number; takenMinor: number; order: Order }[] = [];
  for (const side of [0, 1] as const) {
    const far = side === 0 ? 1 : 0;
    for (let i = Math.ceil(scale * between(random, 8, 40)); i > 0; i--) {
      const customer = stranger(scene, book.countryOf(desks[side].account));
      const kin = stranger(scene, book.countryOf(desks[far].account));
      if (customer === undefined || kin === undefined || customer === kin) continue;
      scene.close.add(kin);
      const usual = logNormal(random, 240, 0.4);
      const step = between(random, 25, 70);
      for (let day = between(random, 0, clock.days); day < clock.days; day += step * between(random, 0.8, 1.3)) {
        const takenMinor = roundedMinor(usual * between(random, 0.8, 1.2), 10);
        const time = clock.moment(Math.floor(day), random);
        const detail = { channel: personChannel(stage), currency: trail.currency };
        if (sheet.add(time, customer, desks[side].account, takenMinor, detail) < 0) continue;
        const minor = Math.floor(takenMinor * between(random, 0.93, 0.98));
        const later = Math.floor(day) + wholeBetween(random, 1, 3);
        const order: Order = { day: later, takenBy: side, paidBy: far, to: kin, minor, fee: false };
        found.push({ takenDay: time / DAY_SECONDS, takenMinor, order });
      }
    }
  }
  return found;
}
