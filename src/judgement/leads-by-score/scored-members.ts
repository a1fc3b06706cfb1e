import { type Account } from '../../foundation/index.js';
import { type ScoreParameters } from '../score-parameters.js';

/**
 * Accounts of a group whose mean score decides its level, ascending: all but those where its money meets, of which only such
 * count as raise the mean of the others. `named` are the accounts of the group that may be named (`namedMembers`). One
 * below `namedScore` among them is named for the money of others, so its own score is no measure of the group: who keeps what
 * collectors bring in has few transfers to tell by. So a place where money meets never lowers the group that feeds it.
 *
 * Everybody else counts, however low, companions too. O(n log n) in the accounts of the group.
 */
export function scoredMembers(
  group: readonly Account[],
  named: readonly Account[],
  scores: Float64Array,
  { namedScore }: Pick<ScoreParameters, 'namedScore'>,
): Account[] {
  const highestFirst = [...group].sort((a, b) => scores[b]! - scores[a]! || a - b);
  const places = new Set<number>(named.filter((member) => scores[member]! < namedScore));
  const counted = highestFirst.filter((member) => !places.has(member));
  let sum = counted.reduce((total, member) => total + scores[member]!, 0);
  for (const place of highestFirst.filter((member) => places.has(member))) {
    if (scores[place]! * counted.length <= sum) break;
    counted.push(place);
    sum += scores[place]!;
  }
  return counted.sort((a, b) => a - b);
}
