import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type FifoLane } from '../../trace/index.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';
import { type LanePassage } from '../passage/lane-passage.js';
import { ReceivedSums } from './received-sums.js';

/** A node that passes money on in one currency, by its index in the ledger. */
export interface Feeder {
  readonly account: Account;
  readonly currency: number;
}

/** A stretch of window starts, both ends inclusive, in which a node passes its money on to the targets. */
export interface FeedingInterval {
  readonly feeder: Feeder;
  readonly fromMs: number;
  readonly toMs: number;
  /** One node that gets the share by itself, or two that get it together; ascending. */
  readonly targets: readonly Account[];
}

/** When a node counts as passing its money on. */
export interface FeedingRule {
  readonly spanMs: number;
  readonly minCredits: number;
  readonly minOutRatio: ExactShare;
  readonly minTargetShare: ExactShare;
}

/**
 * For every start t of a window t .. t + span: does the node pass on enough, fast enough, and to at most two targets?
 * The credits of a window only change where a credit enters or leaves it, so the answer is given by stretches of starts;
 * inside a stretch it can only turn from no to yes, when a later debit comes within reach. Receivers are those of the
 * stretch's last start. O(credits log + pieces), plus the receivers for each stretch that passes.
 */
export function feedingIntervals(
  graph: TemporalGraph,
  passage: LanePassage,
  rule: FeedingRule,
  hubFlag: Uint8Array,
): FeedingInterval[] {
  const { account, currency, creditTimeMs, debitTimeMs, pieceDebit } = passage.lane;
  const feeder: Feeder = { account, currency };
  const borders = windowBorders(creditTimeMs, rule.spanMs);
  const received = new ReceivedSums(graph, passage.lane, hubFlag);
  const intervals: FeedingInterval[] = [];
  const open = new Map<string, number>();
  let from = 0;
  let to = 0;
  let first = 0;
  let end = 0;
  for (let b = 0; b + 1 < borders.length; b++) {
    const startMs = borders[b]!;
    const lastMs = borders[b + 1]! - 1;
    while (to < creditTimeMs.length && creditTimeMs[to]! <= startMs + rule.spanMs) to++;
    while (from < to && creditTimeMs[from]! < startMs) from++;
    if (to - from < rule.minCredits || !passage.medianIsFast(from, to)) continue;
    const reachMs = rule.spanMs + passage.limitMs;
    const pieces = passage.piecesUntil(from, to, lastMs + reachMs);
    const credited = passage.creditedMinor(from, to);
    if (!atLeastShare(passage.passedMinor(pieces), credited, rule.minOutRatio)) continue;
    while (end < pieces.end) received.add(end++);
    while (first < pieces.first) received.remove(first++);
    const enough = firstEnough(passage, pieces, credited, rule.minOutRatio);
    const fromMs = Math.max(startMs, debitTimeMs[pieceDebit[enough]!]! - reachMs);
    const total = passage.passedMinor(pieces);
    for (const targets of received.targetSets(total, rule.minTargetShare)) {
      const key = targets.join();
      const known = open.get(key);
      const before = known === undefined ? undefined : intervals[known];
      if (known !== undefined && before !== undefined && before.toMs + 1 >= fromMs) {
        intervals[known] = { ...before, toMs: lastMs };
      } else {
        open.set(key, intervals.length);
        intervals.push({ feeder, fromMs, toMs: lastMs, targets });
      }
    }
  }
  return intervals;
}

/**
 * Whether some run of at least `minCredits` credits left by the share at all, however late: where not, the node has no
 * feeding interval. Doubles with room for rounding, so that it never says no wrongly. O(credits).
 */
export function mayPassOn({ creditMinor, keptMinor }: FifoLane, minCredits: number, minOutRatio: ExactShare): boolean {
  const share = Number(minOutRatio.numerator) / Number(minOutRatio.denominator);
  let sum = 0;
  let credited = 0;
  let lowest = Infinity;
  // Excess of what left over what should have, summed up; `before` runs `minCredits` credits behind.
  let before = 0;
  for (let i = 0; i < creditMinor.length; i++) {
    const credit = Number(creditMinor[i]);
    credited += credit;
    sum += credit - Number(keptMinor[i]) - share * credit;
    if (i + 1 < minCredits) continue;
    if (before < lowest) lowest = before;
    if (sum >= lowest - 1e-9 * credited) return true;
    const oldest = i + 1 - minCredits;
    const old = Number(creditMinor[oldest]);
    before += old - Number(keptMinor[oldest]) - share * old;
  }
  return false;
}

/** Starts at which a credit enters the window or has just left it, ascending, each once. */
function windowBorders(creditTimeMs: Float64Array, spanMs: number): number[] {
  const borders: number[] = [];
  const last = creditTimeMs.length;
  for (let enters = 0, leaves = 0; leaves < last;) {
    const isEntering = enters < last && creditTimeMs[enters]! - spanMs <= creditTimeMs[leaves]! + 1;
    const border = isEntering ? creditTimeMs[enters++]! - spanMs : creditTimeMs[leaves++]! + 1;
    if (borders.length === 0 || border !== borders[borders.length - 1]) borders.push(border);
  }
  return borders;
}

/** The piece with which the passed value first reaches the share. */
function firstEnough(
  passage: LanePassage,
  { first, end }: { readonly first: number; readonly end: number },
  credited: bigint,
  share: ExactShare,
): number {
  let low = first;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (atLeastShare(passage.passedMinor({ first, end: middle + 1 }), credited, share)) high = middle;
    else low = middle + 1;
  }
  return low;
}
