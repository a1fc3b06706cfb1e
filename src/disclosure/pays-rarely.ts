import { type FlowFeatures } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { SCORE_DEFAULTS } from '../judgement/index.js';

/**
 * Tells which accounts pay on four occasions at most, whatever they pay, not counting those that get less than a noticeable share of
 * it. Where few payments of somebody can be seen none of them is exceptional, and a fee in two parts is as large as all else: such
 * a payer with a side trade looks like somebody who gathers and passes on. Asked for findings outside leads, beside `mayHavePaid`.
 * Not claimed: that they paid a fee. O(relations) once.
 */
export function paysRarely({ relations, marked, parameters }: FlowFeatures): (account: Account) => boolean {
  const times = new Int32Array(marked.totalOut.length);
  for (let relation = 0; relation < relations.count; relation++) {
    const account = relations.payer[relation]!;
    const isDestination = relations.total[relation]! >= parameters.noticeableShare * marked.totalOut[account]!;
    if (isDestination) times[account]! += relations.occasions[relation]!;
  }
  return (account) => times[account]! > 0 && times[account]! <= SCORE_DEFAULTS.instalments;
}
