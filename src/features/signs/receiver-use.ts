import { type SignColumn } from '../account-signs.js';
import { type LooseFlow } from './loose-flow.js';
import { type SignBasis, signColumns } from './sign-basis.js';

/** Hands behind a collector that are looked at: two between and a controller. */
const MOST_STEPS = 3;
/** Sums that differ by less than this share are equal: the same amounts added in another order round differently. */
const EQUAL = 1e-9;

/**
 * Signs of what z, the receiver of most of an account's marked money, does with its money. Wages are nothing passed on.
 *
 * - `zPassed` value to receivers who do not live on it / value in, at most 1
 * - `zSpent` value to receivers that are not regular / value in; `zReceivers` log1p of how many these are
 * - `zRegOutVal` value to regular receivers / out; `zRepeatVal` to receivers paid on three occasions or more, not regularly / out
 * - `zSteps` accounts one behind the other, z the first, that each pay at least half of what they get to receivers who do not live
 *   on it, the next being the main one of these; at most 3, and ended where it comes back to the account
 *
 * All missing where z pays nobody, as what it pays may stand in other books. O(relations).
 */
export function receiverUseSigns(basis: SignBasis, loose: LooseFlow): SignColumn[] {
  const { features, facts, accounts } = basis;
  const { beneficiary } = features.relations;
  const { totalIn, totalOut } = features.marked;
  const { mostShare } = features.parameters;
  const s = signColumns(accounts, ['zPassed', 'zSpent', 'zReceivers', 'zRegOutVal', 'zRepeatVal', 'zSteps'] as const);
  const { irregular, receivers, repeated } = measureSpending(basis);
  const stepsFrom = (z: number, origin: number): number => {
    let steps = 0;
    for (let at = z; steps < MOST_STEPS && at !== origin; steps++) {
      const next = loose.mainRelation[at]!;
      if (next < 0 || loose.out[at]! < (1 - EQUAL) * mostShare * totalIn[at]!) break;
      at = beneficiary[next]!;
    }
    return steps;
  };
  for (let a = 0; a < accounts; a++) {
    const relation = facts.topMarked[a]!;
    if (relation < 0) continue;
    const z = beneficiary[relation]!;
    if (facts.receivers[z] === 0) continue;
    s.zPassed[a] = Math.min(1, loose.out[z]! / totalIn[z]!);
    s.zSpent[a] = Math.min(1, irregular[z]! / totalIn[z]!);
    s.zReceivers[a] = Math.log1p(receivers[z]!);
    s.zRegOutVal[a] = Math.max(0, 1 - irregular[z]! / totalOut[z]!);
    s.zRepeatVal[a] = repeated[z]! / totalOut[z]!;
    s.zSteps[a] = stepsFrom(z, a);
  }
  return s.list();
}

/** By payer: what it pays outside regular relations. Values in units. */
interface Spending {
  /** Value to receivers that are not regular, how many they are, and value to those of them that are paid repeatedly. */
  readonly irregular: Float64Array;
  readonly receivers: Int32Array;
  readonly repeated: Float64Array;
}

function measureSpending({ features, accounts }: Pick<SignBasis, 'features' | 'accounts'>): Spending {
  const { relations, parameters } = features;
  const spending = {
    irregular: new Float64Array(accounts),
    receivers: new Int32Array(accounts),
    repeated: new Float64Array(accounts),
  };
  for (let r = 0; r < relations.count; r++) {
    const payer = relations.payer[r]!;
    if (relations.regular[r] === 1) continue;
    spending.irregular[payer]! += relations.total[r]!;
    spending.receivers[payer]!++;
    if (relations.occasions[r]! >= parameters.repeatedOccasions) spending.repeated[payer]! += relations.total[r]!;
  }
  return spending;
}
