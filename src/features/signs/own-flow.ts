import { DAY_MS } from '../../foundation/index.js';
import { medianOfSorted, sortSegments } from '../../structures/index.js';
import { midRank, midRanks } from '../account-facts.js';
import { type SignColumn } from '../account-signs.js';
import { type SignBasis, signColumns } from './sign-basis.js';

/**
 * Signs of an account's own flow: how much of it is exceptional money, when it began, how densely it is used.
 *
 * - `exSpan` time between first and last exceptional payment in / period of the file, from two payers on
 * - `exShare`, `exA`, `exValue` exceptional payers / payers; log1p of the surprise that they are this many (Chernoff bound of
 *   the binomial tail, in nats); value of exceptional relations / value in
 * - `tinPct`, `tinShare`, `toutShare`, `purity` marked value in as mid-rank in the file, by value in; marked out by value out
 * - `burstIn` (sd - mean) / (sd + mean) of gaps between receipts, from three receipts on
 * - `perDay`, `actDays` log of transfers per active day; active days / days from first to last
 * - `startGap`, `life` first transfer's distance from the start of the file, and first to last, by the file's period
 * - `outIn` the smaller of value in and out / the larger; `ainPct`, `aoutPct` both as mid-ranks
 * - `medInPct`, `medOutPct` mid-rank, among all transfers of the file, of the median transfer in and out
 */
export function ownFlowSigns(basis: SignBasis): SignColumn[] {
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
  return [
    ...s.list(),
    { name: 'tinPct', values: midRanks(marked.markedIn) },
    { name: 'ainPct', values: midRanks(marked.totalIn) },
    { name: 'aoutPct', values: midRanks(marked.totalOut) },
    ...useSigns(basis),
    ...medianSigns(basis),
  ];
}

/** Chernoff bound, in nats, on at least `hits` of `trials` at the given rate; 0 where there are not more than expected. */
export function surprise(hits: number, trials: number, rate: number): number {
  const share = hits / trials;
  if (trials === 0 || share <= rate) return 0;
  const rest = share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - rate));
  return trials * (share * Math.log(share / rate) + rest);
}

/** How an account is used over time. */
function useSigns({ features, accounts, periodMs }: SignBasis): SignColumn[] {
  const { graph, units, relations } = features;
  const { timeMs } = graph.ledger.columns;
  const s = signColumns(accounts, ['burstIn', 'perDay', 'actDays', 'startGap', 'life'] as const);
  for (let a = 0; a < accounts; a++) {
    let i = graph.in.starts[a]!;
    let o = graph.out.starts[a]!;
    const endIn = graph.in.starts[a + 1]!;
    const endOut = graph.out.starts[a + 1]!;
    let transfers = 0;
    let days = 0;
    let day = -Infinity;
    let first = NaN;
    let last = NaN;
    let receipts = 0;
    let receipt = NaN;
    let gaps = 0;
    let squares = 0;
    while (i < endIn || o < endOut) {
      const isIn = o === endOut || (i < endIn && graph.in.rows[i]! <= graph.out.rows[o]!);
      const row = isIn ? graph.in.rows[i++]! : graph.out.rows[o++]!;
      if (units.paid[row] === 0) continue;
      const at = timeMs[row]!;
      if (transfers++ === 0) first = at;
      last = at;
      const today = Math.floor((at - relations.startMs) / DAY_MS);
      if (today !== day) days++;
      day = today;
      if (!isIn) continue;
      if (receipts++ > 0) {
        gaps += at - receipt;
        squares += (at - receipt) ** 2;
      }
      receipt = at;
    }
    if (transfers === 0) continue;
    s.perDay[a] = Math.log(transfers / days);
    s.actDays[a] = days / (Math.floor((last - first) / DAY_MS) + 1);
    s.startGap[a] = (first - relations.startMs) / periodMs;
    s.life[a] = (last - first) / periodMs;
    if (receipts < 3 || gaps === 0) continue;
    const mean = gaps / (receipts - 1);
    const sd = Math.sqrt(Math.max(0, squares / (receipts - 1) - mean ** 2));
    s.burstIn[a] = (sd - mean) / (sd + mean);
  }
  return s.list();
}

/** Mid-rank in the file of the median transfer in and out. */
function medianSigns({ features, accounts }: SignBasis): SignColumn[] {
  const { graph, units } = features;
  const file = units.paid.filter((value) => value > 0).sort();
  const column = (name: string, { starts, rows }: typeof graph.in): SignColumn => {
    const values = new Float64Array(rows.length);
    const kept = new Int32Array(accounts + 1);
    let count = 0;
    for (let a = 0; a < accounts; a++) {
      for (let k = starts[a]!; k < starts[a + 1]!; k++) {
        const value = units.paid[rows[k]!]!;
        if (value > 0) values[count++] = value;
      }
      kept[a + 1] = count;
    }
    sortSegments(values, kept);
    const ranks = new Float64Array(accounts).fill(NaN);
    for (let a = 0; a < accounts; a++) {
      const median = medianOfSorted(values, kept[a], kept[a + 1]);
      if (!Number.isNaN(median)) ranks[a] = midRank(file, median);
    }
    return { name, values: ranks };
  };
  return [column('medInPct', graph.in), column('medOutPct', graph.out)];
}
