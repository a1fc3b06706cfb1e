import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { atLeast } from '../at-least.js';
import { type ScoreParameters } from '../score-parameters.js';
import { listingPosition } from './listing-position.js';
import { LISTING_BARS, PAYER_BARS } from './payer-protection.js';

/** What decides who is withheld. */
export interface WithheldOptions {
  readonly facts: AccountFacts;
  readonly scores: Float64Array;
  /** Codes of {@link LISTING_BARS}. */
  readonly bars: Uint8Array;
  readonly parameters: ScoreParameters;
}

/**
 * How many accounts beside a group are withheld: they score like it, hold a position in the flow, and one of its accounts pays
 * them, or gets from them, a noticeable share of all it pays or gets; but they may have merely paid as well. They are somebody, so
 * they count for the size of the group; they are never named and change no score. Paying alone is no position, and counts for
 * nothing. O(relations of the group).
 */
export function withheldBeside(
  features: FlowFeatures,
  group: readonly Account[],
  { facts, scores, bars, parameters }: WithheldOptions,
): number {
  const { relations, marked } = features;
  const { noticeableShare } = features.parameters;
  const { payer, beneficiary, total, outStarts, inStarts, inRelations } = relations;
  const isWithheld = (account: Account): boolean =>
    scores[account]! >= parameters.candidateScore &&
    PAYER_BARS.has(LISTING_BARS[bars[account]!]!) &&
    listingPosition(features, facts, { account, parameters }) !== undefined;
  const withheld = new Set<Account>();
  for (const member of group) {
    for (let relation = outStarts[member]!; relation < outStarts[member + 1]!; relation++) {
      const other = beneficiary[relation]!;
      if (isWithheld(other) && atLeast(total[relation]!, noticeableShare * marked.totalOut[member]!))
        withheld.add(other);
    }
    for (let k = inStarts[member]!; k < inStarts[member + 1]!; k++) {
      const relation = inRelations[k]!;
      const other = payer[relation]!;
      if (isWithheld(other) && atLeast(total[relation]!, noticeableShare * marked.totalIn[member]!))
        withheld.add(other);
    }
  }
  return withheld.size;
}
