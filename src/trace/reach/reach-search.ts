import { MinHeap } from '../../structures/index.js';
import { Arrivals, NONE } from './arrivals.js';
import { nextReachedRow, nextShorterRow } from './reach-scan.kernel.js';
import { degreeOf, firstPositionFrom, rowAt, type SearchDirection } from './search-direction.js';
import { type WalkSearch } from './walk-search.js';

/** What walks a {@link ReachSearch} may use. */
export interface ReachRules {
  readonly maxWait: number;
  readonly maxHops: number;
  readonly sameInstant: boolean;
  /** 1 = may be used, per row. Undefined: all. */
  readonly admitted: Uint8Array | undefined;
}

/**
 * A search for walks that can be run again and again without allocating anew. Transfers of one instant are handled
 * together, by hops and then rows: with strict ties none of them sees an arrival of its own instant, otherwise each
 * arrival offers the transfers its account sends in the same instant.
 */
export class ReachSearch {
  readonly arrivals: Arrivals;
  readonly #direction: SearchDirection;
  readonly #rules: ReachRules;
  /** Rows to come in the index form, and per account how many of its rows were queued or passed by. */
  readonly #queue = new MinHeap();
  readonly #queuedUpTo: Int32Array;
  #mayQueue = 0;
  /** Drafted arrivals of the instant, fewest hops first. */
  readonly #instant = new MinHeap();
  #seeds: readonly number[] = [];
  #seed = 0;
  #endClock = Infinity;

  constructor(direction: SearchDirection, accounts: number, rules: ReachRules) {
    this.#direction = direction;
    this.#rules = rules;
    this.arrivals = new Arrivals(direction, accounts, rules.maxWait, rules.maxHops);
    this.#queuedUpTo = new Int32Array(accounts);
  }

  /** Finds all walks by running over all rows of the search once. Forgets earlier runs. */
  runOnRows(search: WalkSearch): void {
    this.#begin(search);
    const { step, timeMs } = this.#direction;
    const { end } = search;
    let row = search.first;
    while ((row = this.#nextOffer(row, this.#nextSeed(row) ?? end)) !== end) {
      const clock = step * timeMs[row]!;
      const first = this.#draft(row, clock);
      row += step;
      if (row === end || step * timeMs[row]! !== clock) {
        // Most instants have one row, which needs no queue.
        if (first !== NONE) this.#record(first, clock, false);
      } else {
        this.#offer(first);
        for (; row !== end && step * timeMs[row]! === clock; row += step) this.#offer(this.#draft(row, clock));
      }
      this.#settle(clock, false);
    }
  }

  /**
   * Finds all walks by touching only what reached accounts send, and says whether `maxQueued` transfers sufficed; if not,
   * nothing is found. Forgets earlier runs.
   */
  runOnIndex(search: WalkSearch, maxQueued = Infinity): boolean {
    this.#begin(search);
    this.#mayQueue = maxQueued;
    const { step, timeMs } = this.#direction;
    for (const row of search.seeds) this.#queue.push(step * row, row);
    for (const account of search.accounts) this.#enqueue(account, search.startClock, false, search.endClock);
    while (this.#queue.size > 0 && this.#mayQueue >= 0) {
      const clock = step * timeMs[step * this.#queue.peekKey()!]!;
      while (this.#queue.size > 0 && step * timeMs[step * this.#queue.peekKey()!]! === clock) {
        this.#offer(this.#draft(this.#queue.pop()!, clock));
      }
      this.#settle(clock, true);
    }
    if (this.#mayQueue >= 0) return true;
    while (this.#queue.pop() !== undefined);
    return false;
  }

  #begin({ accounts, seeds, endClock }: WalkSearch): void {
    for (let i = 0; i < this.arrivals.reached.length; i++) this.#queuedUpTo[this.arrivals.reached.array[i]!] = 0;
    this.arrivals.clear();
    this.#seeds = seeds;
    this.#seed = 0;
    this.#endClock = endClock;
    for (const account of accounts) this.arrivals.addSource(account);
  }

  #nextOffer(row: number, stop: number): number {
    const { tail, head, step } = this.#direction;
    const { least, unreached } = this.arrivals;
    const { admitted, maxWait } = this.#rules;
    return maxWait === Infinity
      ? nextShorterRow(tail, head, least, admitted, row, stop, step)
      : nextReachedRow(tail, least, unreached, admitted, row, stop, step);
  }

  /** Queues the rows of an account from a clock time on (after it, if so told) that are not queued yet. */
  #enqueue(account: number, fromClock: number, after: boolean, toClock: number): void {
    const { step, timeMs } = this.#direction;
    const degree = degreeOf(this.#direction, account);
    let position = firstPositionFrom(this.#direction, account, this.#queuedUpTo[account]!, fromClock, after);
    for (; position < degree && this.#mayQueue >= 0; position++) {
      const row = rowAt(this.#direction, account, position);
      if (step * timeMs[row]! > toClock) break;
      this.#queue.push(step * row, row);
      this.#mayQueue--;
    }
    this.#queuedUpTo[account] = position;
  }

  /** Drafts the arrival that a row would bring about; none if its tail may not send or its head cannot use it. */
  #draft(row: number, clock: number): number {
    const { arrivals } = this;
    const { admitted, maxWait } = this.#rules;
    const tail = this.#direction.tail[row]!;
    const head = this.#direction.head[row]!;
    const isSeed = this.#nextSeed(row) === row;
    if (tail === head || (admitted !== undefined && admitted[row] !== 1)) return NONE;
    const before = isSeed ? NONE : arrivals.sentOnAt(tail, clock);
    const hops = isSeed ? 1 : arrivals.least[tail]! + 1;
    const known = arrivals.least[head]!;
    if (hops >= arrivals.unreached || known === 0 || (maxWait === Infinity && known <= hops)) return NONE;
    return arrivals.draft(row, hops, before);
  }

  /** The first row from `row` on that a walk may begin with; rows must be asked in the order of the search. */
  #nextSeed(row: number): number | undefined {
    const { step } = this.#direction;
    while (this.#seed < this.#seeds.length && step * (this.#seeds[this.#seed]! - row) < 0) this.#seed++;
    return this.#seeds[this.#seed];
  }

  #offer(arrival: number): void {
    if (arrival !== NONE) this.#instant.push(this.arrivals.hopsOf(arrival), arrival);
  }

  /** Records what was offered for an instant. */
  #settle(clock: number, queueing: boolean): void {
    while (this.#instant.size > 0) this.#record(this.#instant.pop()!, clock, queueing);
  }

  /** Records an arrival if it is of use, and offers or queues what its account may send. */
  #record(arrival: number, clock: number, queueing: boolean): void {
    const { arrivals } = this;
    const { sameInstant, maxWait } = this.#rules;
    if (!arrivals.record(arrival) || arrivals.hopsOf(arrival) + 1 === arrivals.unreached) return;
    const account = this.#direction.head[arrivals.rowOf(arrival)]!;
    if (sameInstant) this.#sendOnAtOnce(account, arrival, clock);
    if (queueing) this.#enqueue(account, clock, true, Math.min(this.#endClock, clock + maxWait));
  }

  #sendOnAtOnce(account: number, arrival: number, clock: number): void {
    const { step, timeMs, head } = this.#direction;
    const { admitted } = this.#rules;
    const hops = this.arrivals.hopsOf(arrival) + 1;
    const degree = degreeOf(this.#direction, account);
    let position = firstPositionFrom(this.#direction, account, 0, clock, false);
    for (; position < degree; position++) {
      const row = rowAt(this.#direction, account, position);
      if (step * timeMs[row]! !== clock) return;
      if (head[row] === account || (admitted !== undefined && admitted[row] !== 1)) continue;
      this.#offer(this.arrivals.draft(row, hops, arrival));
    }
  }
}
