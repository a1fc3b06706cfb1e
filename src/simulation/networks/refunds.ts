import { between, chance } from '../draws.js';
import { type Stage } from '../stage.js';
import { HOUR_SECONDS } from '../world-clock.js';
import { type Lot, type MoneyTrail } from './money-trail.js';
import { operatorChannel } from './operator-channel.js';

/** Nobody arrived: who holds a fee gives all or most of it back to the family, and keeps the rest. */
export function giveBack(stage: Stage, trail: MoneyTrail, account: number, lot: Lot): void {
  const { random } = stage;
  const minor = chance(random, 0.5) ? lot.minor : Math.floor((lot.minor * between(random, 0.5, 0.95)) / 1000) * 1000;
  const due = Math.max(lot.time, lot.waitsUntil) + between(random, 2, 90) * HOUR_SECONDS;
  const time = trail.awake(due);
  const detail = { channel: operatorChannel(stage) };
  const paid = trail.pay({ time, from: account, to: lot.refundTo, minor, detail });
  if (paid) trail.keep(account, time, lot.minor - minor);
}

/** Gives back everything on an account that is to be given back. */
export function giveBackAll(stage: Stage, trail: MoneyTrail, account: number): void {
  for (const lot of trail.lotsOf(account)) if (lot.refundTo >= 0) giveBack(stage, trail, account, lot);
}
