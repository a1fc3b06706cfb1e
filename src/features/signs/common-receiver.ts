import { type SignColumn } from '../account-signs.js';
import { type SignBasis, signColumns } from './sign-basis.js';

/**
 * Signs of where the money meets: z is the receiver of most of an account's marked money, y the receiver of most of its money.
 *
 * - `cofeedShare` other gatherers that send z at least a tenth of their marked money / other payers of z
 * - `cofeed`, `cofeedMax` log1p of how many they are at z; at the receiver (of a tenth of the marked money) that has most
 * - `zWages` log1p of livings that z pays; `zKin`, `yKin` log1p of payers
 * - `zInFromTop`, `yInFromTop` the account's share of what z, y receives; `zPurity`, `yPurity` their purity
 */
export function commonReceiverSigns({ features, facts, accounts }: SignBasis): SignColumn[] {
  const { relations, marked, parameters } = features;
  const { noticeableShare } = parameters;
  const { outStarts, beneficiary, total } = relations;
  const { carried, markedIn, totalIn } = marked;
  const s = signColumns(accounts, [
    'cofeedShare',
    'cofeed',
    'cofeedMax',
    'zWages',
    'zKin',
    'yKin',
    'zInFromTop',
    'yInFromTop',
    'zPurity',
    'yPurity',
  ] as const);
  /** Gatherers besides `a` that feed the receiver of relation r. */
  const others = (a: number, r: number): number => {
    const isOne = facts.gatherer[a] === 1 && carried[r]! >= noticeableShare * markedIn[a]!;
    return facts.feeders[beneficiary[r]!]! - (isOne ? 1 : 0);
  };
  for (let a = 0; a < accounts; a++) {
    const y = facts.topReceiver[a]!;
    if (y < 0) continue;
    const yAccount = beneficiary[y]!;
    s.yKin[a] = Math.log1p(facts.payers[yAccount]!);
    s.yInFromTop[a] = Math.min(1, total[y]! / totalIn[yAccount]!);
    s.yPurity[a] = facts.purity[yAccount]!;
    const z = facts.topMarked[a]!;
    if (z < 0) continue;
    const zAccount = beneficiary[z]!;
    s.zKin[a] = Math.log1p(facts.payers[zAccount]!);
    s.zInFromTop[a] = Math.min(1, total[z]! / totalIn[zAccount]!);
    s.zPurity[a] = facts.purity[zAccount]!;
    s.zWages[a] = Math.log1p(facts.livingsPaid[zAccount]!);
    s.cofeed[a] = Math.log1p(others(a, z));
    if (facts.payers[zAccount]! > 1) s.cofeedShare[a] = others(a, z) / (facts.payers[zAccount]! - 1);
    let most = 0;
    for (let r = outStarts[a]!; r < outStarts[a + 1]!; r++) {
      if (carried[r]! > 0 && carried[r]! >= noticeableShare * markedIn[a]!) most = Math.max(most, others(a, r));
    }
    s.cofeedMax[a] = Math.log1p(most);
  }
  return s.list();
}
