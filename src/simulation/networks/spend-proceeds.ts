import { type Channel } from '../../ledger/index.js';
import { between, chance } from '../draws.js';
import { type Stage } from '../stage.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type Range } from './leaning.js';
import { type Lot, type MoneyTrail } from './money-trail.js';
import { operatorChannel } from './operator-channel.js';
import { type Operator } from './operator.js';
import { giveBackAll } from './refunds.js';

/** Something the journey costs, to be paid on a day or as soon as there is money. */
export interface Due {
  readonly day: number;
  readonly to: number;
  readonly minor: number;
}

/** Where the rest of the money goes on. */
export interface Outlet {
  readonly to: () => number;
  /** Share of what is there when money goes on; where all together are more than {@link MOST_SPENT}, in proportion. */
  readonly share: number;
  /** Probability that it is used when money goes on. Default 1. */
  readonly often?: number;
  /** Default as operators pay each other in this world. */
  readonly channel?: Channel;
}

/** Most of what is there that goes on at once. */
const MOST_SPENT = 0.95;

/** Minor units below which nothing goes on [choice]. */
const SMALLEST_OUTLET = 15_000;

/** A cost not paid for this long is forgotten, days. */
const PATIENCE_DAYS = 25;

/**
 * How those at the end of the line use money: what the journey costs when it is due, and every so many days part of what
 * is left goes on, after a share that stays. Only money received on an earlier day is used, so never more than came in.
 */
export function spendProceeds(
  stage: Stage,
  trail: MoneyTrail,
  operator: Operator,
  given: { readonly dues: readonly Due[]; readonly outlets: readonly Outlet[]; readonly everyDays: Range },
): void {
  const { random, clock, book } = stage;
  const { account } = operator;
  giveBackAll(stage, trail, account);
  const lots = trail
    .lotsOf(account)
    .filter((lot) => lot.refundTo < 0)
    .sort((left, right) => usableFrom(left) - usableFrom(right));
  const waiting = [...given.dues].sort((left, right) => left.day - right.day);
  let free = 0;
  const asked = given.outlets.reduce((sum, { share }) => sum + share, 0);
  const scale = Math.min(1, MOST_SPENT / asked);
  let next = -1;
  for (let day = 0, i = 0; day < clock.days; day++) {
    for (; i < lots.length && usableFrom(lots[i]!) < day; i++) {
      const stays = Math.floor(lots[i]!.minor * operator.kept);
      trail.keep(account, day * DAY_SECONDS, stays);
      free += lots[i]!.minor - stays;
    }
    if (i > 0 && next < 0) next = day + Math.round(between(random, ...given.everyDays) / 2);
    for (let d = 0; d < waiting.length && waiting[d]!.day <= day; d++) {
      const due = waiting[d]!;
      const payable = free >= due.minor;
      if (payable || due.day < day - PATIENCE_DAYS) waiting.splice(d--, 1);
      if (payable && send(due.to, due.minor, day, operatorChannel(stage))) free -= due.minor;
    }
    if (day < next || next < 0) continue;
    next = day + Math.max(1, Math.round(between(random, ...given.everyDays)));
    const before = free;
    for (const outlet of given.outlets) {
      if (!chance(random, outlet.often ?? 1)) continue;
      const minor = Math.floor((before * outlet.share * scale * between(random, 0.7, 1)) / 1000) * 1000;
      const paid = minor >= SMALLEST_OUTLET && send(outlet.to(), minor, day, outlet.channel ?? operatorChannel(stage));
      if (paid) free -= minor;
    }
  }

  function send(to: number, minor: number, day: number, channel: Channel): boolean {
    // Cash is taken out where the counter is.
    const detail = channel === 'cash' ? { channel, from: book.townOf(to) } : { channel };
    return trail.pay({ time: clock.moment(day, random), from: account, to, minor, detail });
  }
}

function usableFrom(lot: Lot): number {
  return Math.max(lot.time, lot.waitsUntil) / DAY_SECONDS;
}
