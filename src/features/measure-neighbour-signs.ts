import { type SignColumn } from './account-signs.js';
import { type FeatureParameters } from './feature-parameters.js';
import { type MarkedFlow } from './marked-flow.js';
import { type Relations } from './relations.js';
import { signColumns } from './signs/sign-basis.js';

/** The part of `FlowFeatures` that signs of the second pass need: who pays whom how much. */
export interface NeighbourTies {
  readonly graph: { readonly accountCount: number };
  readonly relations: Pick<Relations, 'count' | 'payer' | 'beneficiary' | 'total'>;
  readonly marked: Pick<MarkedFlow, 'totalIn' | 'totalOut'>;
  readonly parameters: Pick<FeatureParameters, 'noticeableShare'>;
}

/**
 * Signs of the second pass: how the accounts around an account look by the first. `p` is a number in 0..1 per account; its
 * scale is that of the first score and no probability.
 *
 * - `pPayers`, `pReceivers` mean p of payers and receivers, weighted by value
 * - `pTopPayer`, `pTopReceiver` largest p of a payer, a receiver, over relations that are a tenth of either side
 * - `pSumPayers` log1p of the sum of p of payers that send at least a tenth of what they pay
 * - `pSumCofeed`, `pMeanCofeed` the same over the other such payers of the account's receivers of a tenth, and their mean
 *
 * O(relations).
 */
export function measureNeighbourSigns(
  { graph, relations, marked, parameters }: NeighbourTies,
  p: Float64Array,
): SignColumn[] {
  const { noticeableShare } = parameters;
  const { payer, beneficiary, total, count } = relations;
  const { totalIn, totalOut } = marked;
  const accounts = graph.accountCount;
  const s = signColumns(accounts, [
    'pPayers',
    'pReceivers',
    'pTopPayer',
    'pTopReceiver',
    'pSumPayers',
    'pSumCofeed',
    'pMeanCofeed',
  ] as const);
  const zeros = (): Float64Array => new Float64Array(accounts);
  const [fromPayers, toReceivers, valueIn, valueOut, feedSum, feedCount] = [
    zeros(),
    zeros(),
    zeros(),
    zeros(),
    zeros(),
    zeros(),
  ];
  const isTenthOut = (r: number): boolean => total[r]! >= noticeableShare * totalOut[payer[r]!]!;
  for (let r = 0; r < count; r++) {
    const u = payer[r]!;
    const v = beneficiary[r]!;
    const value = total[r]!;
    fromPayers[v]! += value * p[u]!;
    valueIn[v]! += value;
    toReceivers[u]! += value * p[v]!;
    valueOut[u]! += value;
    const feeds = isTenthOut(r);
    if (feeds) {
      feedSum[v]! += p[u]!;
      feedCount[v]!++;
    }
    if (feeds || value >= noticeableShare * totalIn[v]!) {
      if (!(s.pTopPayer[v]! >= p[u]!)) s.pTopPayer[v] = p[u]!;
      if (!(s.pTopReceiver[u]! >= p[v]!)) s.pTopReceiver[u] = p[v]!;
    }
  }
  const [cofeedSum, cofeedCount] = [zeros(), zeros()];
  for (let r = 0; r < count; r++) {
    if (!isTenthOut(r)) continue;
    const u = payer[r]!;
    cofeedSum[u]! += feedSum[beneficiary[r]!]! - p[u]!;
    cofeedCount[u]! += feedCount[beneficiary[r]!]! - 1;
  }
  for (let a = 0; a < accounts; a++) {
    if (valueIn[a]! > 0) {
      s.pPayers[a] = fromPayers[a]! / valueIn[a]!;
      s.pSumPayers[a] = Math.log1p(feedSum[a]!);
    }
    if (valueOut[a]! > 0) {
      s.pReceivers[a] = toReceivers[a]! / valueOut[a]!;
      s.pSumCofeed[a] = Math.log1p(Math.max(0, cofeedSum[a]!));
    }
    if (cofeedCount[a]! > 0) s.pMeanCofeed[a] = cofeedSum[a]! / cofeedCount[a]!;
  }
  return s.list();
}
