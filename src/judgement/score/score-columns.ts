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
  // One kind of array for columns of every kind: the engine reads a mixture of kinds many times slower.
  const values = new Float64Array(accountCount);
  for (const sign of signs) {
    const measured = columns.find(({ name }) => name === sign.name)?.values;
    values.fill(NaN);
    if (measured !== undefined) values.set(measured);
    for (let account = 0; account < accountCount; account++) scores[account]! += weightOf(sign, values[account]!);
  }
  return scores;
}
