import { type Budget } from '../../foundation/index.js';
import { type BipartiteCosts, leastCostMatching } from './least-cost-matching.js';
import { type ReleaseSearch } from './release-search.js';
import { medianShare, nearnessTo, type Share } from './release-share.js';

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
  const usual = medianShare(matched);
  const near = nearnessTo(usual, search.rule.maxSpread);
  return { usual, kept: matched.filter(({ receivedMinor, paidMinor }) => near(receivedMinor, paidMinor)) };
}
