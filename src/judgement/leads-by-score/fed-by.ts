import { type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { atLeast } from '../at-least.js';
import { type ScoreParameters } from '../score-parameters.js';

/**
 * Whether the money of some accounts meets at this one: at least `listedGatherers` of them send it a noticeable share of the
 * exceptional money they received, and all of them together are at least `listedFedShare` of what it lives on. A court or a
 * hospital that several collections pay lives on others. O(relations of the account).
 */
export function fedBy(
  { relations, marked, parameters: { noticeableShare } }: FlowFeatures,
  account: Account,
  isOne: (payer: Account) => boolean,
  { listedGatherers, listedFedShare }: ScoreParameters,
): boolean {
  const { inStarts, inRelations, payer, total } = relations;
  let [feeders, received] = [0, 0];
  for (let k = inStarts[account]!; k < inStarts[account + 1]!; k++) {
    const relation = inRelations[k]!;
    const from = payer[relation]!;
    if (!isOne(from)) continue;
    received += total[relation]!;
    const carried = marked.carried[relation]!;
    if (carried > 0 && atLeast(carried, noticeableShare * marked.markedIn[from]!)) feeders++;
  }
  return feeders >= listedGatherers && atLeast(received, listedFedShare * marked.totalIn[account]!);
}
