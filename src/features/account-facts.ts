import { DAY_MS } from '../foundation/index.js';
import { RankTable, upperBound } from '../structures/index.js';
import { type FlowFeatures } from './flow-features.js';

/** Sums that differ by less than this share are equal: the same amounts added in another order round differently. */
const EQUAL = 1e-9;

/** Counts and shares of every account that signs, protection and judgement have in common. One entry per node. */
export interface AccountFacts {
  /** Different payers and receivers. */
  readonly payers: Int32Array;
  readonly receivers: Int32Array;
  /** Payers for whom the payment was exceptional. */
  readonly exceptionalPayers: Int32Array;
  /** Marked value in / value in that is not through standing relations, at most 1; 0 where nothing came in. */
  readonly purity: Float64Array;
  /** Marked value out / marked value in; 0 where none came in. */
  readonly passed: Float64Array;
  /** 1 = gathers: purity and passed of at least `someShare`, at least one exceptional payer. */
  readonly gatherer: Uint8Array;
  /** 1 = gathers strictly: purity and passed of at least `mostShare`, at least `strictPayers` exceptional payers. */
  readonly strictGatherer: Uint8Array;
  /** Relation to the receiver of most marked money, and of most money; -1 = none. */
  readonly topMarked: Int32Array;
  readonly topReceiver: Int32Array;
  /** Gatherers that send the account at least a tenth of their marked money. */
  readonly feeders: Int32Array;
  /** By relation: 1 = regular over eight weeks or more, and at least a quarter of what its receiver gets: a wage, a pension. */
  readonly living: Uint8Array;
  /** Livings that the account pays, and whether it receives one. */
  readonly livingsPaid: Int32Array;
  readonly earnsLiving: Uint8Array;
  /** From this many payers on an account is paid by very many: a percentile of the file, and a least number. */
  readonly manyPayers: number;
  /** 1 = pays several livings, or is paid by very many and pays several: behaves like a business. */
  readonly business: Uint8Array;
}

/** Works the facts out. O(relations log relations). */
export function measureFacts({ graph, relations, exceptional, marked, parameters }: FlowFeatures): AccountFacts {
  const { someShare, mostShare, strictPayers, noticeableShare, livingShare, livingDays } = parameters;
  const accounts = graph.accountCount;
  const { outStarts, inStarts, inRelations, payer, beneficiary, total, regular, count } = relations;
  const { markedIn, markedOut, totalIn, standingIn, carried } = marked;
  const facts = {
    payers: new Int32Array(accounts),
    receivers: new Int32Array(accounts),
    exceptionalPayers: new Int32Array(accounts),
    purity: new Float64Array(accounts),
    passed: new Float64Array(accounts),
    gatherer: new Uint8Array(accounts),
    strictGatherer: new Uint8Array(accounts),
    topMarked: new Int32Array(accounts).fill(-1),
    topReceiver: new Int32Array(accounts).fill(-1),
    feeders: new Int32Array(accounts),
    living: new Uint8Array(count),
    livingsPaid: new Int32Array(accounts),
    earnsLiving: new Uint8Array(accounts),
    business: new Uint8Array(accounts),
  };
  for (let a = 0; a < accounts; a++) {
    facts.payers[a] = inStarts[a + 1]! - inStarts[a]!;
    facts.receivers[a] = outStarts[a + 1]! - outStarts[a]!;
    let tagged = 0;
    for (let k = inStarts[a]!; k < inStarts[a + 1]!; k++) tagged += exceptional.exceptional[inRelations[k]!]!;
    facts.exceptionalPayers[a] = tagged;
    const loose = totalIn[a]! - standingIn[a]!;
    const purity = markedIn[a]! > 0 ? Math.min(1, markedIn[a]! / Math.max(loose, Number.EPSILON * totalIn[a]!)) : 0;
    const passed = markedIn[a]! > 0 ? markedOut[a]! / markedIn[a]! : 0;
    facts.purity[a] = purity;
    facts.passed[a] = passed;
    if (tagged >= 1 && purity >= someShare && passed >= someShare) facts.gatherer[a] = 1;
    if (tagged >= strictPayers && purity >= mostShare && passed >= mostShare) facts.strictGatherer[a] = 1;
  }
  for (let r = 0; r < count; r++) {
    const u = payer[r]!;
    const v = beneficiary[r]!;
    if (isMore(r, facts.topReceiver[u]!, total, relations.firstMs)) facts.topReceiver[u] = r;
    if (carried[r]! > 0 && isMore(r, facts.topMarked[u]!, carried, relations.firstMs)) facts.topMarked[u] = r;
    if (facts.gatherer[u] === 1 && carried[r]! >= noticeableShare * markedIn[u]!) facts.feeders[v]!++;
    const lasts = relations.lastMs[r]! - relations.firstMs[r]! >= livingDays * DAY_MS;
    if (regular[r] === 1 && lasts && total[r]! >= livingShare * totalIn[v]!) {
      facts.living[r] = 1;
      facts.livingsPaid[u]!++;
      facts.earnsLiving[v] = 1;
    }
  }
  const manyPayers = Math.max(
    parameters.manyPayersLeast,
    percentileOfPayers(facts.payers, parameters.manyPayersPercentile),
  );
  for (let a = 0; a < accounts; a++) {
    const isPublic = facts.payers[a]! >= manyPayers && facts.receivers[a]! >= parameters.businessReceivers;
    if (facts.livingsPaid[a]! >= parameters.businessLivings || isPublic) facts.business[a] = 1;
  }
  return { ...facts, manyPayers };
}

/** Whether relation r has more than the best so far; of equals, whichever began first, so that names decide as late as can be. */
export function isMore(r: number, best: number, value: Float64Array, firstMs: Float64Array): boolean {
  if (best < 0) return true;
  if (Math.abs(value[r]! - value[best]!) <= EQUAL * value[best]!) return firstMs[r]! < firstMs[best]!;
  return value[r]! > value[best]!;
}

/** Number of payers that this share of the accounts with any payer stay at or below. */
function percentileOfPayers(payers: Int32Array, share: number): number {
  const sorted = payers.slice().sort();
  const first = upperBound(sorted, 0);
  if (first === sorted.length) return 0;
  return sorted[first + Math.floor(share * (sorted.length - first - 1))]!;
}

/**
 * Mid-rank of every value among those that are not NaN, 0..1: the share below, and half of the share that is equal. Values are
 * 0 or more.
 */
export function midRanks(values: Float64Array): Float64Array {
  const known = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known[count++] = values[i]!;
  const table = new RankTable(known.subarray(0, count));
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) ranks[i] = Number.isNaN(values[i]!) ? NaN : midRank(table, values[i]!);
  return ranks;
}

/** Mid-rank of one value, not negative, among those of a table; what differs by rounding alone is equal. */
export function midRank(table: RankTable, value: number): number {
  return (table.countBelow(value * (1 - EQUAL)) + table.countUpTo(value * (1 + EQUAL))) / (2 * table.size);
}
