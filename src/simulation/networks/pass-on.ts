import { between, chance, wholeBetween } from '../draws.js';
import { type Stage } from '../stage.js';
import { HOUR_SECONDS } from '../world-clock.js';
import { type Lot, type MoneyTrail } from './money-trail.js';
import { operatorChannel } from './operator-channel.js';
import { type Operator } from './operator.js';
import { giveBack } from './refunds.js';

/** Where money goes on, and whether a lot that waits for an arrival is handed over waiting. */
export interface Onward {
  readonly to: (time: number) => number;
  /** True towards somebody who holds for others: the wait goes along with the money. Default false. */
  readonly waitingToo?: boolean;
}

/** Minor units from which a sum goes on by itself, and is worth dividing [choice]. */
const WORTH_SENDING = 30_000;

/** Minor units below which nothing is taken out, and a remainder stays [choice]. */
const SMALLEST = 5000;

/** Minor units of which rounded sums are multiples. */
const ROUND = 1000;

/** Money is not passed on in less than this: somebody has to see it first. */
const SHORTEST_HOLD = 0.05;

/**
 * Passes on what an operator received from the network, less what is kept: within the holding time, or when the
 * traveller has arrived; lot by lot, or everything there at once. Never more than came in. What cannot go on before
 * the world ends stays.
 */
export function passOn(stage: Stage, trail: MoneyTrail, operator: Operator, onward: Onward): void {
  const { random } = stage;
  const pending = trail
    .lotsOf(operator.account)
    .map((lot) => {
      const held = between(random, 0.3, 1) * Math.max(SHORTEST_HOLD, operator.holdHours) * HOUR_SECONDS;
      const wait = onward.waitingToo === true && lot.refundTo < 0 ? 0 : lot.waitsUntil;
      return { lot, wait, ready: Math.max(trail.awake(lot.time + held), wait) };
    })
    .sort((left, right) => left.ready - right.ready);
  const gone = new Set<Lot>();
  for (const { lot, ready } of pending) {
    if (gone.has(lot)) continue;
    // Small sums are not worth a transfer each.
    const single = !operator.sweeps && lot.minor >= WORTH_SENDING;
    const alone = single || onward.waitingToo === true || lot.refundTo >= 0;
    const together = alone
      ? [lot]
      : pending
          .filter((other) => other.lot.time <= ready && other.wait <= ready && other.lot.refundTo < 0)
          .map((other) => other.lot)
          .filter((other) => !gone.has(other));
    for (const each of together) gone.add(each);
    if (lot.refundTo >= 0) giveBack(stage, trail, operator.account, lot);
    else send(stage, trail, operator, { lots: together, time: ready, onward });
  }
}

function send(
  stage: Stage,
  trail: MoneyTrail,
  operator: Operator,
  given: { readonly lots: readonly Lot[]; readonly time: number; readonly onward: Onward },
): void {
  const { random, economy } = stage;
  const { lots, time, onward } = given;
  const { account, cashTown } = operator;
  const received = lots.reduce((sum, lot) => sum + lot.minor, 0);
  let left = Math.floor(received * (1 - operator.kept * between(random, 0.9, 1.1)));
  trail.keep(account, time, received - left);
  // Either all of it is taken out, or part of a sum that is worth dividing.
  const divided = left >= 2 * WORTH_SENDING && chance(random, 0.5);
  const part = divided ? operator.cashShare * between(random, 0.6, 1.4) : chance(random, operator.cashShare) ? 1 : 0;
  const cash = Math.floor((left * Math.min(1, part)) / 1000) * 1000;
  if (cash >= SMALLEST) {
    const detail = { channel: 'cash', from: cashTown } as const;
    const drawn = trail.awake(time + between(random, 0.1, 3) * HOUR_SECONDS);
    if (trail.pay({ time: drawn, from: account, to: economy.counter(cashTown), minor: cash, detail })) left -= cash;
  }
  if (operator.rounds && left >= WORTH_SENDING) left = Math.floor(left / ROUND) * ROUND;
  if (left < SMALLEST && left < received / 2) {
    trail.keep(account, time, left);
    return;
  }
  const waitsUntil = onward.waitingToo === true ? (lots[0]?.waitsUntil ?? 0) : 0;
  const pieces = left < 2 * WORTH_SENDING ? 1 : wholeBetween(random, 1, operator.pieces);
  const channel = operatorChannel(stage);
  for (let piece = 0; piece < pieces; piece++) {
    const drawn = Math.floor((left / (pieces - piece)) * between(random, 0.7, 1.2));
    const share = piece === pieces - 1 ? left : operator.rounds ? Math.floor(drawn / ROUND) * ROUND : drawn;
    const when = trail.awake(time + piece * between(random, 0.5, 20) * HOUR_SECONDS);
    const payment = { time: when, from: account, to: onward.to(when), minor: share, detail: { channel }, waitsUntil };
    if (trail.pay(payment)) left -= share;
  }
}
