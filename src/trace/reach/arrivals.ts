import { GrowableColumn } from '../../structures/index.js';
import { type SearchDirection } from './search-direction.js';

/** No arrival. */
export const NONE = 0;

/**
 * Where walks have arrived so far. An arrival is a used transfer with the arrival it went on from. Per account a queue of
 * those that may still be sent on: from oldest to newest the number of hops rises, since an arrival that is older and
 * took no fewer hops than another is never needed again. Without a limit on waiting the queue holds one arrival.
 *
 * Memory: 20 bytes an account, 20 bytes an arrival that was recorded.
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
  /** Per arrival: its transfer, the arrival before it, hops, neighbours in the queue. Entry 0 stands for none. */
  readonly #row = new GrowableColumn(Int32Array, 64);
  readonly #before = new GrowableColumn(Int32Array, 64);
  readonly #hops = new GrowableColumn(Int32Array, 64);
  readonly #older = new GrowableColumn(Int32Array, 64);
  readonly #newer = new GrowableColumn(Int32Array, 64);

  constructor(direction: SearchDirection, accounts: number, maxWait: number, maxHops: number) {
    this.#direction = direction;
    this.#maxWait = maxWait;
    this.unreached = Math.min(maxHops, direction.timeMs.length) + 1;
    this.least = new Int32Array(accounts).fill(this.unreached);
    this.earliest = new Int32Array(accounts);
    this.fewest = new Int32Array(accounts);
    this.#oldest = new Int32Array(accounts);
    this.#newest = new Int32Array(accounts);
    this.draft(-1, 0, NONE);
  }

  /** Makes an account a supply, which may send at any time. */
  addSource(account: number): void {
    if (this.least[account] === 0) return;
    this.least[account] = 0;
    this.reached.push(account);
  }

  /** Notes a possible arrival, which counts once it is recorded. */
  draft(row: number, hops: number, before: number): number {
    this.#row.push(row);
    this.#before.push(before);
    this.#hops.push(hops);
    this.#older.push(NONE);
    this.#newer.push(NONE);
    return this.#row.length - 1;
  }

  /** Records an arrival that was drafted and says whether it is of use: no known one is as late with as few hops. */
  record(arrival: number): boolean {
    const account = this.#direction.head[this.#row.array[arrival]!]!;
    const hops = this.#hops.array;
    const older = this.#older.array;
    let last = this.#newest[account]!;
    if (this.least[account] === 0) return false;
    if (last !== NONE && hops[last]! <= hops[arrival]! && this.#stillSent(last, this.clockOf(arrival))) return false;
    while (last !== NONE && hops[last]! >= hops[arrival]!) last = older[last]!;
    older[arrival] = last;
    if (last === NONE) this.#oldest[account] = arrival;
    else this.#newer.array[last] = arrival;
    this.#newest[account] = arrival;
    this.least[account] = hops[this.#oldest[account]!]!;
    if (this.earliest[account] === NONE) {
      this.earliest[account] = this.fewest[account] = arrival;
      this.reached.push(account);
    } else if (hops[arrival]! < hops[this.fewest[account]!]!) this.fewest[account] = arrival;
    return true;
  }

  /** Whether an arrival lasts as long as one at `clock`. */
  #stillSent(arrival: number, clock: number): boolean {
    return this.#maxWait === Infinity || this.clockOf(arrival) === clock;
  }

  /** The arrival with the fewest hops that an account may send on at `clock`; none for a source. Drops those that waited too long. */
  sentOnAt(account: number, clock: number): number {
    let oldest = this.#oldest[account]!;
    if (oldest === NONE || this.#maxWait === Infinity || clock - this.clockOf(oldest) <= this.#maxWait) return oldest;
    const newer = this.#newer.array;
    do oldest = oldest === this.#newest[account] ? NONE : newer[oldest]!;
    while (oldest !== NONE && clock - this.clockOf(oldest) > this.#maxWait);
    this.#oldest[account] = oldest;
    if (oldest === NONE) this.#newest[account] = NONE;
    else this.#older.array[oldest] = NONE;
    this.least[account] = oldest === NONE ? this.unreached : this.#hops.array[oldest]!;
    return oldest;
  }

  rowOf(arrival: number): number {
    return this.#row.array[arrival]!;
  }

  hopsOf(arrival: number): number {
    return this.#hops.array[arrival]!;
  }

  /** Time of the arrival as the search counts it. */
  clockOf(arrival: number): number {
    return this.#direction.step * this.#direction.timeMs[this.#row.array[arrival]!]!;
  }

  /** Transfers of the walk that ends with an arrival, in time order. */
  walkTo(arrival: number): Int32Array {
    const rows = new Int32Array(this.#hops.array[arrival]!);
    for (let i = 0; i < rows.length; i++, arrival = this.#before.array[arrival]!) rows[i] = this.#row.array[arrival]!;
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
    for (const column of [this.#row, this.#before, this.#hops, this.#older, this.#newer]) column.length = 1;
  }
}
