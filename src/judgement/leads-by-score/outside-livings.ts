import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { SCORE_DEFAULTS, type ScoreParameters } from '../score-parameters.js';

/** Livings (regular payments that are a good part of what their receiver gets) that a group pays to accounts outside it. */
export function outsideLivings(
  { relations: { outStarts, beneficiary } }: FlowFeatures,
  members: readonly Account[],
  { living }: Pick<AccountFacts, 'living'>,
): number {
  const inside = new Set<number>(members);
  let livings = 0;
  for (const member of members) {
    for (let relation = outStarts[member]!; relation < outStarts[member + 1]!; relation++) {
      if (living[relation] === 1 && !inside.has(beneficiary[relation]!)) livings++;
    }
  }
  return livings;
}

/** Whether this many livings make a group an employer, whatever else it does: 4 of them, and half as many as accounts. */
export function isEmployer(
  livings: number,
  members: number,
  { payrollLivings, payrollShare }: ScoreParameters = SCORE_DEFAULTS,
): boolean {
  return livings >= Math.max(payrollLivings, payrollShare * members);
}
