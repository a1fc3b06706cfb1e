import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type FifoLane } from '../../trace/index.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';
import { type LanePassage } from '../passage/lane-passage.js';

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
  const { account, currency, creditTimeMs, debitTimeMs, pieceDebit, debitRows, pieceMinor } = passage.lane;
  const feeder: Feeder = { account, currency };
  const borders = windowBorders(creditTimeMs, rule.spanMs);
  const received = new Map<Account, bigint>();
  const intervals: FeedingInterval[] = [];
  const open = new Map<string, number>();
  let from = 0;
  let to = 0;
  let first = 0;
  let end = 0;
  const move = (piece: number, sign: 1n | -1n): void => {
    const receiver = graph.beneficiary[debitRows[pieceDebit[piece]!]!]!;
    received.set(receiver, (received.get(receiver) ?? 0n) + sign * BigInt(pieceMinor[piece] as number | bigint));
  };
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
    while (end < pieces.end) move(end++, 1n);
    while (first < pieces.first) move(first++, -1n);
    const enough = firstEnough(passage, pieces, credited, rule.minOutRatio);
    const fromMs = Math.max(startMs, debitTimeMs[pieceDebit[enough]!]! - reachMs);
    const total = passage.passedMinor(pieces);
    for (const targets of targetSets(received, total, rule.minTargetShare, hubFlag)) {
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
  const borders = new Set<number>();
  for (const time of creditTimeMs) borders.add(time - spanMs).add(time + 1);
  return [...borders].sort((a, b) => a - b);
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

/** Single nodes that get the share; only if there is none, pairs that get it together. Hubs are no targets. */
function targetSets(
  received: ReadonlyMap<Account, bigint>,
  total: bigint,
  share: ExactShare,
  hubFlag: Uint8Array,
): Account[][] {
  if (!mayReach(received, total, share, hubFlag)) return [];
  const entries = [...received].filter(([receiver, minor]) => minor > 0n && hubFlag[receiver] === 0);
  const single = entries.find(([, minor]) => atLeastShare(minor, total, share));
  if (single !== undefined) return [[single[0]]];
  entries.sort((left, right) => (left[1] < right[1] ? 1 : left[1] > right[1] ? -1 : 0));
  const pairs: Account[][] = [];
  for (let a = 0; a < entries.length; a++) {
    for (let b = a + 1; b < entries.length; b++) {
      const [left, right] = [entries[a]!, entries[b]!];
      if (!atLeastShare(left[1] + right[1], total, share)) break;
      pairs.push(left[0] < right[0] ? [left[0], right[0]] : [right[0], left[0]]);
    }
  }
  return pairs;
}

/** Whether the two that got most have the share together: where not, nobody does, and nothing needs sorting. */
function mayReach(
  received: ReadonlyMap<Account, bigint>,
  total: bigint,
  share: ExactShare,
  hubFlag: Uint8Array,
): boolean {
  let most = 0n;
  let second = 0n;
  for (const [receiver, minor] of received) {
    if (minor <= second || hubFlag[receiver] !== 0) continue;
    if (minor > most) [most, second] = [minor, most];
    else second = minor;
  }
  return atLeastShare(most + second, total, share);
}
