import { type Budget } from '../../foundation/index.js';
import { type BipartiteCosts, leastCostMatching } from './least-cost-matching.js';
import { leastRelease, type ReleaseSearch } from './release-search.js';
import { compareShares, isNear, type Share } from './release-share.js';

/** Steps that looking at a set costs: its sums are exact integers of any size. Measured: five to ten times a pair of a matching. */
const SET_COST = 5;

/** A credit and the debits, one to `maxParts`, that are taken for its release. Positions in the lane. */
export interface Release extends Share {
  readonly credit: number;
  /** By time. */
  readonly debits: readonly number[];
}

/** The one-to-one releases of a lane. */
export interface WholeReleases {
  /** Lower median of paid / received over all matched pairs: what a release usually comes to. */
  readonly usual: Share;
  /** The pairs whose share lies near the usual one, by credit. */
  readonly kept: readonly Release[];
}

/**
 * Matches credits and debits one to one, as many as can be and then at least cost, and keeps the matched whose share
 * paid / received is near their median. `pairs` are the feasible ones, at least one. Undefined if the budget ran out.
 */
export function wholeReleases(search: ReleaseSearch, pairs: BipartiteCosts, budget: Budget): WholeReleases | undefined {
  const debitOf = leastCostMatching(pairs, budget);
  if (debitOf === undefined) return undefined;
  const { creditMinor, debitMinor } = search.lane;
  const matched: Release[] = [];
  debitOf.forEach((debit, credit) => {
    if (debit === -1) return;
    const [receivedMinor, paidMinor] = [BigInt(creditMinor[credit]!), BigInt(debitMinor[debit]!)];
    matched.push({ credit, debits: [debit], receivedMinor, paidMinor });
  });
  const usual = [...matched].sort(compareShares)[(matched.length - 1) >> 1]!;
  return { usual, kept: matched.filter((release) => isNear(release, usual, search.rule.maxSpread)) };
}

/**
 * Releases in parts, two to `maxParts`, to one receiver: for each open credit, in their order, the cheapest set of its open
 * debits, all within the lag, that adds up to about the usual share. `openDebits` are by time. Undefined if the budget
 * ran out, in sets looked at, five steps each.
 */
export function splitReleases(
  search: ReleaseSearch,
  usual: Share,
  openCredits: readonly number[],
  openDebits: readonly number[],
  budget: Budget,
): Release[] | undefined {
  if (openDebits.length < 2) return [];
  const { maxParts } = search.rule;
  const free = new Set(openDebits);
  const largest = openDebits.reduce((most, debit) => maxOf(most, BigInt(search.lane.debitMinor[debit]!)), 0n);
  const found: Release[] = [];
  for (const credit of openCredits) {
    const receivedMinor = BigInt(search.lane.creditMinor[credit]!);
    const least = BigInt(leastRelease(receivedMinor, search.rule.maxCommission));
    if (BigInt(maxParts) * largest < least) continue;
    const inTime = debitsInTime(search, credit, openDebits).filter((debit) => free.has(debit));
    const debitMinor = inTime.map((debit) => BigInt(search.lane.debitMinor[debit]!));
    let best: { readonly release: Release; readonly cost: number } | undefined;
    // The set that is looked at; most are passed over, so that it is copied only where it is the best.
    const debits: number[] = [];
    const extend = (paidMinor: bigint, next: number): boolean => {
      const leastSum = least - BigInt(maxParts - debits.length - 1) * largest;
      for (let i = next; i < inTime.length; i++) {
        if (!budget.spend(SET_COST)) return false;
        const sum = paidMinor + debitMinor[i]!;
        if (sum > receivedMinor || sum < leastSum) continue;
        const debit = inTime[i]!;
        debits.push(debit);
        const share = { receivedMinor, paidMinor: sum };
        if (debits.length > 1 && sum >= least && isNear(share, usual, search.rule.maxSpread)) {
          const lag = search.lane.debitTimeMs[debit]! - search.lane.creditTimeMs[credit]!;
          const cost = search.cost(receivedMinor, sum, lag);
          if (best === undefined || cost < best.cost)
            best = { release: { credit, debits: [...debits], ...share }, cost };
        }
        if (debits.length < maxParts && !extend(sum, i + 1)) return false;
        debits.pop();
      }
      return true;
    };
    if (!extend(0n, 0)) return undefined;
    if (best === undefined) continue;
    found.push(best.release);
    for (const debit of best.release.debits) free.delete(debit);
  }
  return found;
}

/** Those of some debits, by time, that may release the credit as far as time and parties go. */
function debitsInTime({ lane, rule }: ReleaseSearch, credit: number, debits: readonly number[]): number[] {
  const { creditTimeMs, debitTimeMs } = lane;
  const found: number[] = [];
  let at = 0;
  for (let high = debits.length; at < high;) {
    const middle = (at + high) >> 1;
    if (debitTimeMs[debits[middle]!]! - creditTimeMs[credit]! < rule.minLagMs) at = middle + 1;
    else high = middle;
  }
  for (; at < debits.length && debitTimeMs[debits[at]!]! - creditTimeMs[credit]! <= rule.maxLagMs; at++) {
    if (rule.mayRelease(credit, debits[at]!)) found.push(debits[at]!);
  }
  return found;
}

function maxOf(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}
