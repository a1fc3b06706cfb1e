import { type Budget } from '../../foundation/index.js';
import { greatest } from '../../structures/index.js';
import { type Release } from './hold-releases.js';
import { leastRelease, type ReleaseSearch } from './release-search.js';
import { nearnessTo, type Share } from './release-share.js';

/** Steps that looking at a set costs, where its sums are exact integers of any size. */
const SET_COST = 5;

/**
 * Releases in parts, two to `maxParts`, to one receiver: for each open credit, in their order, the cheapest set of its open
 * debits, all within the lag, that adds up to about the usual share. `openCredits` and `openDebits` are by time. Undefined
 * if the budget ran out, in sets looked at, five steps each.
 */
export function splitReleases(
  search: ReleaseSearch,
  usual: Share,
  openCredits: readonly number[],
  openDebits: readonly number[],
  budget: Budget,
): Release[] | undefined {
  if (openDebits.length < 2) return [];
  const { creditMinor, debitMinor } = search.lane;
  // Sums of doubles are exact as long as twice the largest of them is.
  if (creditMinor instanceof Float64Array && debitMinor instanceof Float64Array) {
    const amounts = openDebits.map((debit) => debitMinor[debit]!);
    if (2 * search.rule.maxParts * greatest(amounts) <= Number.MAX_SAFE_INTEGER) {
      const credits = openCredits.map((credit) => creditMinor[credit]!);
      const sums = { zero: 0, add: (left: number, right: number) => left + right, leastOf: Number };
      return new SplitSearch(search, usual, openDebits, amounts, sums).find(openCredits, credits, budget);
    }
  }
  const amounts = openDebits.map((debit) => BigInt(debitMinor[debit]!));
  const credits = openCredits.map((credit) => BigInt(creditMinor[credit]!));
  const sums = { zero: 0n, add: (left: bigint, right: bigint) => left + right, leastOf: BigInt };
  return new SplitSearch(search, usual, openDebits, amounts, sums).find(openCredits, credits, budget);
}

/** Adding up in one kind of number. */
interface Sums<T> {
  readonly zero: T;
  readonly add: (left: T, right: T) => T;
  readonly leastOf: (least: number | bigint) => T;
}

class SplitSearch<T extends number | bigint> {
  readonly #search: ReleaseSearch;
  readonly #near: (received: T, paid: T) => boolean;
  readonly #debits: readonly number[];
  readonly #amounts: readonly T[];
  readonly #times: readonly number[];
  readonly #sums: Sums<T>;
  /** By number of debits: what that many of them come to at most. */
  readonly #most: readonly T[];
  readonly #taken: Uint8Array;
  /** Places among the debits: of those that fit a credit in time, and of the set that is looked at. */
  readonly #inTime: Int32Array;
  readonly #set: number[] = [];
  #spent = 0;
  #mayBeSpent = 0;
  #best: { readonly places: readonly number[]; readonly paid: T; readonly cost: number } | undefined;

  constructor(search: ReleaseSearch, usual: Share, debits: readonly number[], amounts: readonly T[], sums: Sums<T>) {
    this.#search = search;
    this.#near = nearnessTo(usual, search.rule.maxSpread);
    this.#debits = debits;
    this.#amounts = amounts;
    this.#times = debits.map((debit) => search.lane.debitTimeMs[debit]!);
    this.#sums = sums;
    const largest = amounts.reduce((most, amount) => (amount > most ? amount : most), sums.zero);
    const most = [sums.zero];
    for (let i = 0; i < search.rule.maxParts; i++) most.push(sums.add(most[i]!, largest));
    this.#most = most;
    this.#taken = new Uint8Array(debits.length);
    this.#inTime = new Int32Array(debits.length);
  }

  find(credits: readonly number[], received: readonly T[], budget: Budget): Release[] | undefined {
    const { maxParts, maxCommission } = this.#search.rule;
    const found: Release[] = [];
    this.#mayBeSpent = budget.left;
    let complete = true;
    for (let i = 0, first = 0; i < credits.length && complete; i++) {
      const least = this.#sums.leastOf(leastRelease(received[i]!, maxCommission));
      if (this.#most[maxParts]! < least) continue;
      first = this.#firstInTime(credits[i]!, first);
      const count = this.#listInTime(credits[i]!, first);
      complete = this.#extend(credits[i]!, received[i]!, least, count, this.#sums.zero, 0);
      if (complete && this.#best !== undefined) found.push(this.#take(credits[i]!, received[i]!, this.#best));
    }
    if (this.#spent > 0) budget.spend(this.#spent);
    return complete ? found : undefined;
  }

  /** Place of the first debit that is not too early for a credit, from `from` on. */
  #firstInTime(credit: number, from: number): number {
    const { lane, rule } = this.#search;
    let at = from;
    while (at < this.#times.length && this.#times[at]! - lane.creditTimeMs[credit]! < rule.minLagMs) at++;
    return at;
  }

  /** Starts on a credit: lists those that may release it as far as time and parties go, and are not taken; answers how many. */
  #listInTime(credit: number, first: number): number {
    const { lane, rule } = this.#search;
    this.#best = undefined;
    let count = 0;
    for (let at = first; at < this.#times.length; at++) {
      if (this.#times[at]! - lane.creditTimeMs[credit]! > rule.maxLagMs) break;
      if (this.#taken[at] === 0 && rule.mayRelease(credit, this.#debits[at]!)) this.#inTime[count++] = at;
    }
    return count;
  }

  /** Looks at all sets that add later debits to the set that is looked at; false if the budget ran out. */
  #extend(credit: number, received: T, least: T, count: number, paid: T, next: number): boolean {
    const { maxParts } = this.#search.rule;
    const toCome = this.#most[maxParts - this.#set.length - 1]!;
    for (let i = next; i < count; i++) {
      this.#spent += SET_COST;
      if (this.#spent > this.#mayBeSpent) return false;
      const place = this.#inTime[i]!;
      const sum = this.#sums.add(paid, this.#amounts[place]!);
      if (sum > received || this.#sums.add(sum, toCome) < least) continue;
      this.#set.push(place);
      if (this.#set.length > 1 && sum >= least && this.#near(received, sum)) this.#keepBest(credit, received, sum);
      if (this.#set.length < maxParts && !this.#extend(credit, received, least, count, sum, i + 1)) return false;
      this.#set.pop();
    }
    return true;
  }

  #keepBest(credit: number, received: T, paid: T): void {
    const lag = this.#times[this.#set.at(-1)!]! - this.#search.lane.creditTimeMs[credit]!;
    const cost = this.#search.cost(received, paid, lag);
    if (this.#best === undefined || cost < this.#best.cost) this.#best = { places: [...this.#set], paid, cost };
  }

  #take(
    credit: number,
    received: T,
    { places, paid }: { readonly places: readonly number[]; readonly paid: T },
  ): Release {
    for (const place of places) this.#taken[place] = 1;
    const debits = places.map((place) => this.#debits[place]!);
    return { credit, debits, receivedMinor: BigInt(received), paidMinor: BigInt(paid) };
  }
}
