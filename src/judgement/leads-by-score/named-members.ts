import { type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { type ScoreParameters } from '../score-parameters.js';
import { fedBy } from './fed-by.js';

/**
 * Accounts of a group that may be named: those whose own score reaches `namedScore`, and where the money of those meets
 * ({@link fedBy}), though it looks like less by itself: who keeps what collectors bring in has few transfers to tell by. One
 * round: who is named for the money of others lends nobody a name. Nobody is named for company alone. O(relations of the group).
 */
export function namedMembers(
  features: FlowFeatures,
  group: readonly Account[],
  scores: Float64Array,
  parameters: ScoreParameters,
): Account[] {
  const own = new Set<number>(group.filter((member) => scores[member]! >= parameters.namedScore));
  return group.filter((member) => own.has(member) || fedBy(features, member, (payer) => own.has(payer), parameters));
}
