import { type SignBasis } from './sign-basis.js';

/** What every account pays out, by whether it pays regularly. One entry per node; values in units. */
export interface Spending {
  readonly regular: Float64Array;
  /** To receivers that are not regular; of it to those paid on `repeatedOccasions` or more. */
  readonly irregular: Float64Array;
  readonly repeated: Float64Array;
  /** Receivers that are not regular. */
  readonly receivers: Int32Array;
}

/** O(relations). */
export function measureSpending({ features, accounts }: Pick<SignBasis, 'features' | 'accounts'>): Spending {
  const { relations, parameters } = features;
  const spending = {
    regular: new Float64Array(accounts),
    irregular: new Float64Array(accounts),
    repeated: new Float64Array(accounts),
    receivers: new Int32Array(accounts),
  };
  for (let r = 0; r < relations.count; r++) {
    const a = relations.payer[r]!;
    const value = relations.total[r]!;
    if (relations.regular[r] === 1) {
      spending.regular[a]! += value;
      continue;
    }
    spending.irregular[a]! += value;
    spending.receivers[a]!++;
    if (relations.occasions[r]! >= parameters.repeatedOccasions) spending.repeated[a]! += value;
  }
  return spending;
}
