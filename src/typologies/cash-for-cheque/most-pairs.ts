import { type Budget } from '../../foundation/index.js';

/**
 * As many pairs as can be made where each of the left has some of the right to choose from and nobody is in two pairs: a
 * largest matching, by augmenting paths (H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics
 * Quarterly 2, 1955). Those on the left come in their order and take the first that is free, so that equal input gives equal
 * pairs. One step of `budget` for each choice that is looked at; once it is used up, the pairs made so far are the answer.
 * O(left x choices).
 *
 * @param choices for each of the left, positions on the right
 * @returns pairs [left, right], ascending by left
 */
export function mostPairs(
  choices: readonly (readonly number[])[],
  rightCount: number,
  budget: Budget,
): [left: number, right: number][] {
  const takenBy = new Int32Array(rightCount).fill(-1);
  const askedFor = new Int32Array(rightCount).fill(-1);
  for (let left = 0; left < choices.length && !budget.exhausted; left++) seat(left);
  const pairs: [number, number][] = [];
  takenBy.forEach((left, right) => {
    if (left >= 0) pairs.push([left, right]);
  });
  return pairs.sort(([left], [other]) => left - other);

  /** Finds a place for one of the left, moving others where that helps. Walks with a stack of its own, however long the way is. */
  function seat(first: number): void {
    const way = [{ left: first, next: 0, right: -1 }];
    while (way.length > 0) {
      const here = way.at(-1)!;
      const right = choices[here.left]![here.next++];
      if (right === undefined) {
        way.pop();
        continue;
      }
      if (!budget.spend()) return;
      if (askedFor[right] === first) continue;
      askedFor[right] = first;
      here.right = right;
      const holder = takenBy[right]!;
      if (holder >= 0) way.push({ left: holder, next: 0, right: -1 });
      else {
        for (const step of way) takenBy[step.right] = step.left;
        return;
      }
    }
  }
}
