import { DAY_MS, HOUR_MS, requireRange } from '../../foundation/index.js';
import { lowerBound } from '../../structures/index.js';
import { type MinorColumn } from './lane-columns.js';
import { type FifoLane } from './match-lane.js';

/** A duration in hours as milliseconds of a lane: rounded up to whole days where only days are known. */
export function laneDurationMs(lane: FifoLane, hours: number): number {
  return lane.wholeDays ? Math.ceil(hours / 24) * DAY_MS : hours * HOUR_MS;
}

/** Time that a piece stayed: from its credit to its debit, in milliseconds. */
export function dwellMs(lane: FifoLane, piece: number): number {
  return lane.debitTimeMs[lane.pieceDebit[piece]!]! - lane.creditTimeMs[lane.pieceCredit[piece]!]!;
}

/** Exact sum of a column from position `from` up to, not including, `to`. Default: all of it. */
export function sumMinor(column: MinorColumn, from = 0, to: number = column.length): bigint {
  let sum = 0n;
  let part = 0;
  for (let i = from; i < to; i++) {
    const minor = column[i] as number | bigint;
    if (typeof minor === 'bigint') sum += minor;
    else if (part + minor > Number.MAX_SAFE_INTEGER) {
      sum += BigInt(part);
      part = minor;
    } else part += minor;
  }
  return sum + BigInt(part);
}

/** Which part of a lane {@link dwellQuantile} and {@link outRatio} look at. */
export interface CreditRange {
  /** First credit position. Default 0. */
  readonly from?: number;
  /** Position after the last credit. Default: all credits. */
  readonly to?: number;
}

/**
 * Value-weighted quantile of the time that money stayed: the smallest d such that pieces with dwell <= d make at least
 * `share` (0 < share <= 1, exact to six decimals) of what was passed on. Milliseconds; Infinity if nothing was.
 *
 * @throws UsageError `option-range` if share is outside 0..1
 */
export function dwellQuantile(lane: FifoLane, share: number, range: CreditRange = {}): number {
  requireRange('share', share, 0, 1);
  const { first, end } = pieceRange(lane, range);
  const passed = sumMinor(lane.pieceMinor, first, end);
  if (passed === 0n) return Infinity;
  const order = Array.from({ length: end - first }, (_, i) => first + i);
  order.sort((a, b) => dwellMs(lane, a) - dwellMs(lane, b));
  const wanted = passed * BigInt(Math.round(share * 1e6));
  let reached = 0n;
  for (const piece of order) {
    reached += BigInt(lane.pieceMinor[piece] as number | bigint);
    if (reached * 1_000_000n >= wanted) return dwellMs(lane, piece);
  }
  return Infinity;
}

/** Value that came in and the part of it that went out, exact. */
export interface OutRatio {
  readonly creditedMinor: bigint;
  readonly passedMinor: bigint;
}

/**
 * Of the credits in the range, how much had left by `untilMs` (inclusive). Both values are 0 for an empty range; the
 * ratio is passed / credited, always 0..1. Compare it by cross-multiplication.
 */
export function outRatio(lane: FifoLane, untilMs: number, range: CreditRange = {}): OutRatio {
  const { first, end } = pieceRange(lane, range);
  let last = first;
  while (last < end && lane.debitTimeMs[lane.pieceDebit[last]!]! <= untilMs) last++;
  return {
    creditedMinor: sumMinor(lane.creditMinor, range.from, range.to),
    passedMinor: sumMinor(lane.pieceMinor, first, last),
  };
}

/**
 * Number of leading credits that are old enough at the end of the data to have left within `durationMs`; the rest is
 * censored and must not count as slow.
 */
export function uncensoredCredits(lane: FifoLane, durationMs: number, endOfDataMs: number): number {
  const end = lane.wholeDays ? Math.floor(endOfDataMs / DAY_MS) * DAY_MS : endOfDataMs;
  let low = 0;
  let high = lane.creditTimeMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end - lane.creditTimeMs[middle]! >= durationMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pieces of a range of credits: first position and the position after the last. */
function pieceRange(
  lane: FifoLane,
  { from = 0, to = lane.creditRows.length }: CreditRange,
): { first: number; end: number } {
  return { first: lowerBound(lane.pieceCredit, from), end: lowerBound(lane.pieceCredit, to) };
}
