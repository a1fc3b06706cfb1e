import { lowerBound, upperBound } from '../structures/index.js';
import { type FlowFeatures } from './flow-features.js';

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
  /** 1 = gathers: purity and passed of at least 0.3, at least one exceptional payer. */
  readonly gatherer: Uint8Array;
  /** 1 = gathers strictly: purity and passed of at least a half, at least two exceptional payers. */
  readonly strictGatherer: Uint8Array;
  /** Relation to the receiver of most marked money, and of most money; -1 = none. */
  readonly topMarked: Int32Array;
  readonly topReceiver: Int32Array;
  /** Gatherers that send the account at least a tenth of their marked money. */
  readonly feeders: Int32Array;
  /** By relation: 1 = regular, and at least a quarter of what its receiver gets: a wage, a pension, what somebody lives on. */
  readonly living: Uint8Array;
  /** Livings that the account pays, and whether it receives one. */
  readonly livingsPaid: Int32Array;
  readonly earnsLiving: Uint8Array;
  /** From this many payers on an account is paid by very many: 98th percentile of the file, at least 20. */
  readonly manyPayers: number;
  /** 1 = pays at least two livings, or is paid by very many and pays at least five: behaves like a business. */
  readonly business: Uint8Array;
}

/** Loose and strict bounds of gathering: "some of it", "most of it". Least shares for which the words are true. */
const SOME = 0.3;
const MOST = 0.5;
/** A receiver of less than a tenth is spending, not a destination. */
export const NOTICEABLE = 0.1;
/** A second job still counts as a wage; a bill never is a quarter of what a utility receives. */
const LIVING_SHARE = 0.25;

/** Sums that differ by less than this share are equal: the same amounts added in another order round differently. */
const EQUAL = 1e-9;

/** Works the facts out. O(relations log relations). */
export function measureFacts({ graph, relations, exceptional, marked }: FlowFeatures): AccountFacts {
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
    if (tagged >= 1 && purity >= SOME && passed >= SOME) facts.gatherer[a] = 1;
    if (tagged >= 2 && purity >= MOST && passed >= MOST) facts.strictGatherer[a] = 1;
  }
  for (let r = 0; r < count; r++) {
    const u = payer[r]!;
    const v = beneficiary[r]!;
    if (isMore(r, facts.topReceiver[u]!, total, relations.firstMs)) facts.topReceiver[u] = r;
    if (carried[r]! > 0 && isMore(r, facts.topMarked[u]!, carried, relations.firstMs)) facts.topMarked[u] = r;
    if (facts.gatherer[u] === 1 && carried[r]! >= NOTICEABLE * markedIn[u]!) facts.feeders[v]!++;
    if (regular[r] === 1 && total[r]! >= LIVING_SHARE * totalIn[v]!) {
      facts.living[r] = 1;
      facts.livingsPaid[u]!++;
      facts.earnsLiving[v] = 1;
    }
  }
  const manyPayers = Math.max(20, percentileOfPayers(facts.payers, 0.98));
  for (let a = 0; a < accounts; a++) {
    const isPublic = facts.payers[a]! >= manyPayers && facts.receivers[a]! >= 5;
    if (facts.livingsPaid[a]! >= 2 || isPublic) facts.business[a] = 1;
  }
  return { ...facts, manyPayers };
}

/** Whether relation r has more than the best so far; of equals, whichever began first, so that names decide as late as can be. */
function isMore(r: number, best: number, value: Float64Array, firstMs: Float64Array): boolean {
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

/** Mid-rank of every value among those that are not NaN, 0..1: the share below, and half of the share that is equal. */
export function midRanks(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return values.map((value) => (Number.isNaN(value) ? NaN : midRank(sorted, value)));
}

/** Mid-rank of one value in a sorted list. */
export function midRank(sorted: Float64Array, value: number): number {
  return (lowerBound(sorted, value) + upperBound(sorted, value)) / (2 * sorted.length);
}
