import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { atLeast } from '../at-least.js';
import { type ScoreParameters } from '../score-parameters.js';

/**
 * Who pays like a family that pools for a journey: 1 for each account that no gathering account feeds, and that pays exceptional
 * money to possible operators on four occasions at most, not counting those that get less than a noticeable share of it, which is
 * spending. A fee is paid at once or in two to four parts, and relatives who give towards it look like a collector's payers.
 * Somebody who collects pays on more often. Not claimed: that such an account is no collector. O(relations).
 */
export function paysInInstalments(
  { relations, marked: { carried, markedOut }, parameters: { noticeableShare } }: FlowFeatures,
  scores: Float64Array,
  { feeders }: Pick<AccountFacts, 'feeders'>,
  { instalments, protectedReceiverScore }: ScoreParameters,
): Uint8Array {
  const { payer, beneficiary, occasions, count } = relations;
  const paid = new Int32Array(scores.length);
  for (let relation = 0; relation < count; relation++) {
    const account = payer[relation]!;
    const isDestination = carried[relation]! > 0 && atLeast(carried[relation]!, noticeableShare * markedOut[account]!);
    if (isDestination && scores[beneficiary[relation]!]! >= protectedReceiverScore)
      paid[account]! += occasions[relation]!;
  }
  return Uint8Array.from(paid, (times, account) => Number(times > 0 && times <= instalments && feeders[account] === 0));
}
