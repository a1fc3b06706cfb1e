import { between, chance } from '../draws.js';
import { type Stage } from '../stage.js';
import { type TransferDetail } from '../transfer-sheet.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../world-clock.js';

/** Money that has come to somebody and waits to go on. Seconds since the start of the world, minor units. */
export interface Lot {
  readonly time: number;
  readonly minor: number;
  /** Not released before this moment: the traveller has not arrived. */
  readonly waitsUntil: number;
  /** Who gets it back when that moment comes, because nobody arrived; -1 for nearly all. */
  readonly refundTo: number;
}

/** One transfer of a network as it happened, whether or not the data shows it. */
export interface Move {
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly minor: number;
}

/** A move before it is made. */
export interface Payment extends Move {
  readonly detail: TransferDetail;
  readonly waitsUntil?: number;
  readonly refundTo?: number;
}

/** Everything one network moves: what really happened, what the world's sheet holds of it, and what stayed with whom. */
export class MoneyTrail {
  /** The network's currency, whatever the accounts are kept in. */
  readonly currency: number;
  readonly moves: Move[] = [];
  readonly rows: number[] = [];
  readonly #stage: Stage;
  readonly #hidden: number;
  readonly #lots = new Map<number, Lot[]>();
  readonly #kept = new Map<number, Lot[]>();
  readonly #touches = new Map<number, number>();

  constructor(stage: Stage, currency: number, hidden: number) {
    this.#stage = stage;
    this.currency = currency;
    this.#hidden = hidden;
  }

  /** Makes a payment; false if it would fall outside the simulated period, and the money stays where it was. */
  pay(payment: Payment): boolean {
    const { clock, sheet, random } = this.#stage;
    const { from, to, detail, waitsUntil = 0, refundTo = -1 } = payment;
    const time = Math.floor(payment.time);
    const minor = Math.round(payment.minor);
    if (time < 0 || time >= clock.seconds || minor < 1 || from === to) return false;
    this.moves.push({ time, from, to, minor });
    listOf(this.#lots, to).push({ time, minor, waitsUntil, refundTo });
    if (chance(random, this.#hidden)) return true;
    const row = sheet.add(time, from, to, minor, { currency: this.currency, ...detail });
    if (row < 0) return true;
    this.rows.push(row);
    if (!sheet.isSeen(row)) return true;
    for (const account of [from, to]) this.#touches.set(account, (this.#touches.get(account) ?? 0) + 1);
    return true;
  }

  /** What has come to an account from the network, in order of time. */
  lotsOf(account: number): Lot[] {
    return [...(this.#lots.get(account) ?? [])].sort((left, right) => left.time - right.time);
  }

  /** Notes that money stays with its holder, from a moment on. */
  keep(account: number, time: number, minor: number): void {
    if (minor > 0) listOf(this.#kept, account).push({ time, minor, waitsUntil: 0, refundTo: -1 });
  }

  keptBy(account: number): Lot[] {
    return [...(this.#kept.get(account) ?? [])].sort((left, right) => left.time - right.time);
  }

  /** Transfers of the network on an account that the data shows. */
  touches(account: number): number {
    return this.#touches.get(account) ?? 0;
  }

  /** A moment at or after `time` at which people are awake. */
  awake(time: number): number {
    const hour = (time % DAY_SECONDS) / HOUR_SECONDS;
    return hour >= 7 ? time : time + (7 - hour + between(this.#stage.random, 0, 2)) * HOUR_SECONDS;
  }
}

function listOf<T>(lists: Map<number, T[]>, key: number): T[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
