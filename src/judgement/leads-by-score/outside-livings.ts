import { type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { SCORE_DEFAULTS, type ScoreParameterValues } from '../constants.js';

/** Regular payments worth a good part of all that the receiver gets: a living, as wages are. */
export function isLiving(
  { relations, marked }: FlowFeatures,
  relation: number,
  { livingShare }: ScoreParameterValues = SCORE_DEFAULTS,
): boolean {
  const received = marked.totalIn[relations.beneficiary[relation]!]!;
  return relations.regular[relation] === 1 && relations.total[relation]! >= livingShare * received;
}

/** Livings that a group pays to accounts outside it. */
export function outsideLivings(
  features: FlowFeatures,
  members: readonly Account[],
  parameters: ScoreParameterValues = SCORE_DEFAULTS,
): number {
  const { outStarts, beneficiary } = features.relations;
  const inside = new Set<number>(members);
  let livings = 0;
  for (const member of members) {
    for (let relation = outStarts[member]!; relation < outStarts[member + 1]!; relation++) {
      if (!inside.has(beneficiary[relation]!) && isLiving(features, relation, parameters)) livings++;
    }
  }
  return livings;
}

/** Whether so many livings make a group an employer, whatever else it does: 4 of them, and half as many as accounts. */
export function isEmployer(
  livings: number,
  members: number,
  { payrollLivings, payrollShare }: ScoreParameterValues = SCORE_DEFAULTS,
): boolean {
  return livings >= Math.max(payrollLivings, payrollShare * members);
}
