import { type FlowFeatures } from '../../features/index.js';
import { SCORE_DEFAULTS, type ScoreParameterValues } from '../constants.js';
import { gatheringAccounts } from './gathering-accounts.js';

/** Why an account may not be listed, in the order of the codes; the first one says that it may. */
export const LISTING_BARS = ['none', 'no-position', 'pays-own-money', 'paid-back'] as const;
export type ListingBar = (typeof LISTING_BARS)[number];

/**
 * Who may be listed at all, whatever the score says: a code of {@link LISTING_BARS} for each account. Applied before
 * accounts are grouped and once more to every group, as the last word.
 *
 * - `no-position`: it neither gathers from two payers for whom that is exceptional, nor carries exceptional money, nor is
 *   fed by two gathering accounts.
 * - `pays-own-money`: it made an exceptional payment, less than half of it out of exceptional receipts, to an account that
 *   may be an operator; so do families who pay, however many pay them in turn.
 * - `paid-back`: it pays an account that may be an operator and is paid back by it, and hardly anybody pays it
 *   exceptionally: a refunded payer, or one who pools for relatives.
 *
 * Not claimed: that whoever may be listed is no payer. Somebody who gathers for others and pays on has a collector's shape.
 * O(relations).
 */
export function listingBars(
  features: FlowFeatures,
  scores: Float64Array,
  parameters: ScoreParameterValues = SCORE_DEFAULTS,
): Uint8Array {
  const { relations, exceptional, marked } = features;
  const { exceptionalPayers, feeders } = gatheringAccounts(features, parameters);
  const { outStarts, inStarts, inRelations } = relations;
  /** The account, plus one, that was last seen to be paid by this account. */
  const paysBackTo = new Int32Array(scores.length);
  return Uint8Array.from(scores, (_score, account) => {
    for (let k = inStarts[account]!; k < inStarts[account + 1]!; k++) {
      paysBackTo[relations.payer[inRelations[k]!]!] = account + 1;
    }
    let ownMoney = false;
    let paidBack = false;
    for (let relation = outStarts[account]!; relation < outStarts[account + 1]!; relation++) {
      const receiver = relations.beneficiary[relation]!;
      if (scores[receiver]! < parameters.protectedReceiverScore) continue;
      const own = marked.carried[relation]! < parameters.ownMoneyShare * relations.total[relation]!;
      if (own && exceptional.exceptional[relation] === 1) ownMoney = true;
      if (paysBackTo[receiver] === account + 1) paidBack = true;
    }
    if (ownMoney) return LISTING_BARS.indexOf('pays-own-money');
    if (paidBack && exceptionalPayers[account]! < parameters.refundedPayers) return LISTING_BARS.indexOf('paid-back');
    const placed =
      exceptionalPayers[account]! >= parameters.listedPayers ||
      feeders[account]! >= parameters.listedGatherers ||
      carriesExceptionalMoney(features, account, parameters);
    return LISTING_BARS.indexOf(placed ? 'none' : 'no-position');
  });
}

function carriesExceptionalMoney({ marked }: FlowFeatures, account: number, parameters: ScoreParameterValues): boolean {
  const markedIn = marked.markedIn[account]!;
  return (
    markedIn > 0 &&
    markedIn >= parameters.listedMarkedIn * marked.totalIn[account]! &&
    marked.markedOut[account]! >= parameters.listedMarkedPassed * markedIn
  );
}
