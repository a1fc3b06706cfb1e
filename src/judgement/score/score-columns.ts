import { type PassWeights, weightOf } from '../weights/index.js';

/** Signs to be scored, by name; NaN = missing. */
export interface ScoredColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/**
 * Score of each account in nats: the bias and, for each sign of the table, the weight of the bin its value lies in. A sign of
 * the table that was not measured at all is missing for everybody; columns that the table does not know add nothing.
 * O(signs * accounts).
 */
export function scoreColumns(
  { bias, signs }: PassWeights,
  columns: readonly ScoredColumn[],
  accountCount: number,
): Float64Array {
  const scores = new Float64Array(accountCount).fill(bias);
  for (const sign of signs) {
    const values = columns.find(({ name }) => name === sign.name)?.values;
    for (let account = 0; account < accountCount; account++) {
      scores[account]! += weightOf(sign, values?.[account] ?? NaN);
    }
  }
  return scores;
}
