import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { atLeast } from '../at-least.js';
import { type ScoreParameters } from '../score-parameters.js';

/**
 * Who pays like a family that pools for a journey: 1 for each account that gathering accounts feed on fewer than
 * `fedOccasions` (2) occasions, and that pays exceptional money to possible operators on `instalments` (4) occasions at most. What
 * is less than a noticeable share, of what the account pays on or of what it was paid so, is no occasion: it is spending, or small change. A fee is
 * paid at once or in two to four parts, and relatives who give towards it look like a collector's payers. One sum from somebody who gathers, an
 * employer or a savings club, may be wages owed, a loan or a gift. Somebody who collects pays on more often, and who carries
 * for others is fed again. Not claimed: that such an account is no collector. O(relations and their occasions).
 */
export function paysInInstalments(
  features: FlowFeatures,
  scores: Float64Array,
  facts: Pick<AccountFacts, 'feeders' | 'gatherer'>,
  { instalments, fedOccasions, protectedReceiverScore }: ScoreParameters,
): Uint8Array {
  const { relations, marked, parameters } = features;
  const { payer, beneficiary, occasions, count } = relations;
  const { carried, markedOut } = marked;
  const paid = new Int32Array(scores.length);
  for (let relation = 0; relation < count; relation++) {
    const account = payer[relation]!;
    const isDestination =
      carried[relation]! > 0 && atLeast(carried[relation]!, parameters.noticeableShare * markedOut[account]!);
    if (isDestination && scores[beneficiary[relation]!]! >= protectedReceiverScore)
      paid[account]! += occasions[relation]!;
  }
  return Uint8Array.from(paid, (times, account) =>
    Number(times > 0 && times <= instalments && timesFed(features, facts, account) < fedOccasions),
  );
}

/** On how many occasions gathering accounts sent an account a noticeable share of its exceptional money. */
function timesFed(
  { relations, marked: { carried, markedIn }, parameters: { noticeableShare } }: FlowFeatures,
  { feeders, gatherer }: Pick<AccountFacts, 'feeders' | 'gatherer'>,
  account: Account,
): number {
  if (feeders[account] === 0) return 0;
  const { inStarts, inRelations, payer, occasionStarts, occasionValues } = relations;
  let times = 0;
  for (let k = inStarts[account]!; k < inStarts[account + 1]!; k++) {
    const relation = inRelations[k]!;
    const from = payer[relation]!;
    if (gatherer[from] !== 1 || !atLeast(carried[relation]!, noticeableShare * markedIn[from]!)) continue;
    for (let at = occasionStarts[relation]!; at < occasionStarts[relation + 1]!; at++) {
      if (atLeast(occasionValues[at]!, noticeableShare * markedIn[account]!)) times++;
    }
  }
  return times;
}
