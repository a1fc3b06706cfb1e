import { GrowableColumn } from '../../structures/index.js';
import { type SearchDirection } from './search-direction.js';

/** No arrival. */
export const NONE = 0;

/** What is kept of an arrival, side by side: its transfer, the arrival before it, hops, neighbours in the queue. */
const ROW = 0;
const BEFORE = 1;
const HOPS = 2;
const OLDER = 3;
const NEWER = 4;
const FIELDS = 5;

/**
 * Where walks have arrived so far. An arrival is a used transfer with the arrival it went on from. Per account a queue of
 * those that may still be sent on: from oldest to newest the number of hops rises, since an arrival that is older and
 * took no fewer hops than another is never needed again. Without a limit on waiting the queue holds one arrival.
 *
 * Memory: 20 bytes an account, 20 bytes an arrival that was drafted.
 */
export class Arrivals {
  /** Least hops among arrivals that may be sent on, 0 at sources, {@link Arrivals.unreached} where there is none. */
  readonly least: Int32Array;
  /** One more than the greatest number of hops. */
  readonly unreached: number;
  /** Per account the first arrival of all, and the first of those with the fewest hops. */
  readonly earliest: Int32Array;
  readonly fewest: Int32Array;
  /** Accounts reached, sources included, in the order of their first arrival. */
  readonly reached = new GrowableColumn(Int32Array, 64);
  readonly #oldest: Int32Array;
  readonly #newest: Int32Array;
  readonly #direction: SearchDirection;
  readonly #maxWait: number;
  #fields = new Int32Array(64 * FIELDS);
  #drafted = 1;

  constructor(direction: SearchDirection, accounts: number, maxWait: number, maxHops: number) {
    this.#direction = direction;
    this.#maxWait = maxWait;
    this.unreached = Math.min(maxHops, direction.timeMs.length) + 1;
    this.least = new Int32Array(accounts).fill(this.unreached);
    this.earliest = new Int32Array(accounts);
    this.fewest = new Int32Array(accounts);
    this.#oldest = new Int32Array(accounts);
    this.#newest = new Int32Array(accounts);
  }

  /** Makes an account a supply, which may send at any time. */
  addSource(account: number): void {
    if (this.least[account] === 0) return;
    this.least[account] = 0;
    this.reached.push(account);
  }

  /** Notes a possible arrival, which counts once it is recorded. */
  draft(row: number, hops: number, before: number): number {
    const arrival = this.#drafted++;
    const at = arrival * FIELDS;
    if (at === this.#fields.length) this.#grow();
    const fields = this.#fields;
    fields[at + ROW] = row;
    fields[at + BEFORE] = before;
    fields[at + HOPS] = hops;
    fields[at + OLDER] = fields[at + NEWER] = NONE;
    return arrival;
  }

  #grow(): void {
    const grown = new Int32Array(this.#fields.length * 2);
    grown.set(this.#fields);
    this.#fields = grown;
  }

  /** Records an arrival that was drafted and says whether it is of use: no known one is as late with as few hops. */
  record(arrival: number): boolean {
    const fields = this.#fields;
    const hops = this.hopsOf(arrival);
    const account = this.#direction.head[this.rowOf(arrival)]!;
    if (this.least[account] === 0) return false;
    let last = this.#newest[account]!;
    if (last !== NONE && this.hopsOf(last) <= hops && this.#lastsAsLong(last, arrival)) return false;
    while (last !== NONE && this.hopsOf(last) >= hops) last = fields[last * FIELDS + OLDER]!;
    fields[arrival * FIELDS + OLDER] = last;
    if (last === NONE) this.#oldest[account] = arrival;
    else fields[last * FIELDS + NEWER] = arrival;
    this.#newest[account] = arrival;
    this.least[account] = this.hopsOf(this.#oldest[account]!);
    if (this.earliest[account] === NONE) {
      this.earliest[account] = this.fewest[account] = arrival;
      this.reached.push(account);
    } else if (hops < this.hopsOf(this.fewest[account]!)) this.fewest[account] = arrival;
    return true;
  }

  /** Whether an older arrival may be sent on for as long as a newer one. */
  #lastsAsLong(older: number, newer: number): boolean {
    return this.#maxWait === Infinity || this.clockOf(older) === this.clockOf(newer);
  }

  /**
   * The arrival with the fewest hops that an account may send on at `clock`; none for a source. Drops those that have
   * waited too long.
   */
  sentOnAt(account: number, clock: number): number {
    let oldest = this.#oldest[account]!;
    if (oldest === NONE || clock - this.clockOf(oldest) <= this.#maxWait) return oldest;
    do oldest = this.#fields[oldest * FIELDS + NEWER]!;
    while (oldest !== NONE && clock - this.clockOf(oldest) > this.#maxWait);
    this.#oldest[account] = oldest;
    if (oldest === NONE) this.#newest[account] = NONE;
    else this.#fields[oldest * FIELDS + OLDER] = NONE;
    this.least[account] = oldest === NONE ? this.unreached : this.hopsOf(oldest);
    return oldest;
  }

  rowOf(arrival: number): number {
    return this.#fields[arrival * FIELDS + ROW]!;
  }

  hopsOf(arrival: number): number {
    return this.#fields[arrival * FIELDS + HOPS]!;
  }

  /** Time of the arrival as the search counts it. */
  clockOf(arrival: number): number {
    return this.#direction.step * this.#direction.timeMs[this.rowOf(arrival)]!;
  }

  /** Transfers of the walk that ends with an arrival, in time order. */
  walkTo(arrival: number): Int32Array {
    const rows = new Int32Array(this.hopsOf(arrival));
    for (let i = 0; i < rows.length; i++, arrival = this.#fields[arrival * FIELDS + BEFORE]!) {
      rows[i] = this.rowOf(arrival);
    }
    return this.#direction.step === 1 ? rows.reverse() : rows;
  }

  /** Forgets everything, at the cost of what was reached. */
  clear(): void {
    for (let i = 0; i < this.reached.length; i++) {
      const account = this.reached.array[i]!;
      this.least[account] = this.unreached;
      this.earliest[account] = this.fewest[account] = this.#oldest[account] = this.#newest[account] = NONE;
    }
    this.reached.length = 0;
    this.#drafted = 1;
  }
}
