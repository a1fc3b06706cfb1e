import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { matchPassThrough } from '../trace/index.js';
import { NAMING_DEFAULTS, type NamingParameters } from './naming-parameters.js';

/** Why a payer should be looked at by a person. The payer stays masked: a relative paying for several does this too. */
export type ReviewReason = 'pays several collectors' | 'makes many deposits' | 'passes on money of several others';

/**
 * Reasons to have a person look at a payer, from its payments into one cluster: it pays at least three of its accounts,
 * makes more than six deposits, or its payments are funded (first in, first out) by at least three others. The limits
 * are those of the domain's requirement R1, and parameters.
 */
export function findReviewReasons(
  graph: TemporalGraph,
  { payer, deposits }: { readonly payer: Account; readonly deposits: Int32Array },
  { reviewCollectors, reviewDeposits, reviewSources }: NamingParameters = NAMING_DEFAULTS,
): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  const collectors = new Set(Array.from(deposits, (row) => graph.beneficiary[row]!));
  if (collectors.size >= reviewCollectors) reasons.push('pays several collectors');
  if (deposits.length > reviewDeposits) reasons.push('makes many deposits');
  if (countSources(graph, payer, deposits) >= reviewSources) reasons.push('passes on money of several others');
  return reasons;
}

/** Distinct payers whose money, matched first in first out, funds the deposits. */
function countSources(graph: TemporalGraph, payer: Account, deposits: Int32Array): number {
  if (!graph.ledger.hasAmounts || !graph.ledger.hasTime) return 0;
  const wanted = new Set(deposits);
  const sources = new Set<Account>();
  for (const lane of matchPassThrough(graph, payer)) {
    lane.pieceDebit.forEach((debit, piece) => {
      if (wanted.has(lane.debitRows[debit]!)) sources.add(graph.payer[lane.creditRows[lane.pieceCredit[piece]!]!]!);
    });
  }
  return sources.size;
}
