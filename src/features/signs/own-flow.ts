import { midRanks } from '../account-facts.js';
import { type SignColumn } from '../account-signs.js';
import { gatherByAccount } from './account-transfers.js';
import { type LooseFlow } from './loose-flow.js';
import { medianSigns } from './medians.js';
import { type SignBasis, signColumns } from './sign-basis.js';
import { useSigns } from './use.js';

/**
 * Signs of an account's own flow: how much of it is exceptional money, when it began, how densely it is used.
 *
 * - `exSpan` time between first and last exceptional payment in / period of the file, from two payers on
 * - `exShare`, `exA`, `exValue` exceptional payers / payers; log1p of the surprise that they are this many (Chernoff bound of
 *   the binomial tail, in nats); value of exceptional relations / value in
 * - `tinPct`, `tinShare`, `toutShare`, `purity` marked value in as mid-rank in the file, by value in; marked out by value out
 * - `outIn` the smaller of value in and out / the larger; `ainPct`, `aoutPct` both as mid-ranks, without regular payers and wages
 *   paid
 * - those of {@link useSigns} and {@link medianSigns}
 */
export function ownFlowSigns(basis: SignBasis, loose: LooseFlow): SignColumn[] {
  const { features, facts, accounts, periodMs } = basis;
  const { relations, exceptional, marked } = features;
  const { inStarts, inRelations } = relations;
  const s = signColumns(accounts, [
    'exSpan',
    'exShare',
    'exA',
    'exValue',
    'tinShare',
    'toutShare',
    'purity',
    'outIn',
  ] as const);
  for (let a = 0; a < accounts; a++) {
    let first = Infinity;
    let last = -Infinity;
    let value = 0;
    for (let k = inStarts[a]!; k < inStarts[a + 1]!; k++) {
      const r = inRelations[k]!;
      if (exceptional.exceptional[r] === 0) continue;
      first = Math.min(first, relations.firstMs[r]!);
      last = Math.max(last, relations.lastMs[r]!);
      value += relations.total[r]!;
    }
    const payers = facts.payers[a]!;
    const tagged = facts.exceptionalPayers[a]!;
    if (tagged >= 2) s.exSpan[a] = (last - first) / periodMs;
    if (payers > 0) {
      s.exShare[a] = tagged / payers;
      s.exA[a] = Math.log1p(surprise(tagged, payers, exceptional.share));
    }
    const into = marked.totalIn[a]!;
    const out = marked.totalOut[a]!;
    if (into > 0) {
      s.exValue[a] = value / into;
      s.tinShare[a] = marked.markedIn[a]! / into;
      s.purity[a] = facts.purity[a]!;
    }
    if (out > 0) s.toutShare[a] = marked.markedOut[a]! / out;
    if (into > 0 || out > 0) s.outIn[a] = Math.min(into, out) / Math.max(into, out);
  }
  const transfers = gatherByAccount(basis);
  return [
    ...s.list(),
    { name: 'tinPct', values: midRanks(marked.markedIn) },
    { name: 'ainPct', values: midRanks(loose.into) },
    { name: 'aoutPct', values: midRanks(loose.out) },
    ...useSigns(basis, transfers),
    ...medianSigns(basis, transfers),
  ];
}

/** Chernoff bound, in nats, on at least `hits` of `trials` at the given rate; 0 where there are not more than expected. */
export function surprise(hits: number, trials: number, rate: number): number {
  const share = hits / trials;
  if (trials === 0 || share <= rate) return 0;
  const rest = share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - rate));
  return trials * (share * Math.log(share / rate) + rest);
}
