import { type Channel } from '../ledger/index.js';
import { randomNormal, type RandomSource } from '../foundation/index.js';
import { between, chance, logNormal, pick, wholeBetween } from './draws.js';
import { drawFee, ESCROWED_SHARE, type NetworkPlan, type Operator } from './network-plan.js';
import { type Stage } from './stage.js';

/** Money that has come to somebody: seconds since the start, minor units, the receiver's currency of account ignored. */
export interface Receipt {
  readonly time: number;
  readonly amountMinor: number;
}

/** One part of a fee: after how many days, how much, at which leg of the way. */
interface Part {
  readonly afterDays: number;
  readonly amount: number;
  readonly leg: number;
}

/**
 * The families' payments of one network. Departures go in groups of a few families; every family pays the parts its
 * mode asks for, mostly to a collector, with escrow often straight to the one who holds it.
 *
 * @returns what each operator received, by account
 */
export function payFees(stage: Stage, plan: NetworkPlan, rows: number[]): Map<number, Receipt[]> {
  const { random } = stage;
  const receipts = new Map<number, Receipt[]>();
  let day = plan.firstDay;
  let inGroup = 0;
  const groups = plan.payers.length / 4;
  const gap = (plan.lastDay - plan.firstDay) / (groups + 1);
  for (const payer of plan.payers) {
    if (inGroup === 0) {
      inGroup = wholeBetween(random, 2, 6);
      day += gap * between(random, 0.5, 1.5);
      if (day > plan.lastDay) day = between(random, plan.firstDay, plan.lastDay);
    }
    inGroup--;
    const startDay = Math.floor(day + between(random, 0, 3));
    const own = collectorAt(plan, startDay, random);
    for (const part of feeParts(plan, random)) {
      const partDay = startDay + part.afterDays;
      const escrowed = plan.mode === 'escrow' && chance(random, ESCROWED_SHARE);
      const receiver = escrowed
        ? plan.valueTransfers[0]!
        : part.leg === 0 || chance(random, 0.45)
          ? own.account
          : collectorAt(plan, partDay, random).account;
      payPart(stage, plan, payer, receiver, part.amount, partDay, rows, receipts);
    }
  }
  return receipts;
}

function feeParts(plan: NetworkPlan, random: RandomSource): Part[] {
  const { corridor, mode } = plan;
  const fee = drawFee(corridor, random, logNormal(random, 1, 0.3));
  const whole = (share: number): number => Math.max(50, Math.round((fee * share) / 10) * 10);
  if (mode === 'staged') {
    let day = 0;
    const total = corridor.legs.reduce((sum, [low, high]) => sum + low + high, 0);
    return corridor.legs.map(([low, high], leg) => {
      const part = { afterDays: day, amount: whole((low + high) / total), leg };
      day += wholeBetween(random, 4, 21);
      return part;
    });
  }
  if (mode === 'deposit-balance') {
    const share = between(random, 0.22, 0.45);
    const balance = { afterDays: wholeBetween(random, 5, 34), amount: whole(1 - share), leg: 1 };
    return [{ afterDays: 0, amount: whole(share), leg: 0 }, balance];
  }
  if (mode === 'credit') {
    const parts = [{ afterDays: 0, amount: whole(0.15), leg: 0 }];
    const count = wholeBetween(random, 2, 5);
    let day = wholeBetween(random, 12, 30);
    for (let i = 0; i < count; i++, day += wholeBetween(random, 12, 32)) {
      parts.push({ afterDays: day, amount: whole((0.85 / count) * between(random, 0.8, 1.2)), leg: 1 });
    }
    return parts;
  }
  return [{ afterDays: mode === 'escrow' ? 0 : wholeBetween(random, 0, 2), amount: fee, leg: 0 }];
}

/** A collector who serves that day: anyone, or where they take turns one near the turn. */
function collectorAt(plan: NetworkPlan, day: number, random: RandomSource): Operator {
  const { collectors, firstDay, lastDay, rotating } = plan;
  if (!rotating) return pick(random, collectors);
  const turn = ((day - firstDay) / (lastDay - firstDay + 25)) * collectors.length + 0.9 * randomNormal(random);
  return collectors[Math.max(0, Math.min(collectors.length - 1, Math.floor(turn)))]!;
}

/** One part in one or several deposits, mostly from the family's own town. */
function payPart(
  stage: Stage,
  plan: NetworkPlan,
  payer: number,
  receiver: number,
  amount: number,
  day: number,
  rows: number[],
  receipts: Map<number, Receipt[]>,
): void {
  const { random, sheet, clock, economy, book } = stage;
  const { currency, depositCeiling: ceiling } = plan;
  const uniform = random();
  const channel: Channel = uniform < 0.5 ? 'cash' : uniform < 0.82 ? 'p2p' : 'wire';
  // Somebody in a hurry ignores the habit; very large fees would take too many visits.
  const split = amount > ceiling && amount < ceiling * 8 && chance(random, 0.8);
  let left = amount;
  for (let visit = 0; left > 0; visit++) {
    const piece = split ? Math.min(left, Math.floor((ceiling * between(random, 0.86, 0.995)) / 10) * 10) : left;
    left -= piece;
    // At the counter some depositors are not recorded: the data then shows the branch's counter as payer.
    const unnamed = channel === 'cash' && chance(random, 0.12);
    const home = book.townOf(payer);
    const from = unnamed ? economy.counter(home) : payer;
    const time = clock.moment(day + Math.floor(visit / 2), random) + Math.floor(random() * 60);
    const detail = { channel, from: home, currency };
    const row = sheet.add(time, from, receiver, piece * 100, detail);
    if (row < 0) continue;
    rows.push(row);
    const known = receipts.get(receiver);
    if (known === undefined) receipts.set(receiver, [{ time, amountMinor: piece * 100 }]);
    else known.push({ time, amountMinor: piece * 100 });
  }
}
