export const DAY_MS = 86_400_000;
const LENGTHS = [1, 7, 14, 28];
const LEAST_PIXELS = 11;

export interface Bins {
  /** Start of the first bin, a UTC midnight. */
  readonly startMs: number;
  readonly days: number;
  readonly count: number;
}

/** Bins of 1, 7, 14 or 28 days (multiples of 28 beyond) that are wide enough to be seen. */
export function binsFor(timeMs: ArrayLike<number>, pixels: number): Bins {
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < timeMs.length; i++) {
    first = Math.min(first, timeMs[i]!);
    last = Math.max(last, timeMs[i]!);
  }
  if (first > last) return { startMs: 0, days: 1, count: 0 };
  const startMs = Math.floor(first / DAY_MS) * DAY_MS;
  const span = Math.floor((last - startMs) / DAY_MS) + 1;
  const most = Math.max(1, pixels / LEAST_PIXELS);
  const days = LENGTHS.find((length) => span / length <= most) ?? Math.ceil(span / most / 28) * 28;
  return { startMs, days, count: Math.ceil(span / days) };
}

/** The bin that an instant falls into. Every instant that the bins were made for falls into one. */
export function binOf({ startMs, days }: Bins, timeMs: number): number {
  return Math.floor((timeMs - startMs) / (days * DAY_MS));
}

/** Sums of values per bin for each of `kinds` kinds: entry `kind * count + bin`. O(rows). */
export function sumBins(
  bins: Bins,
  rows: readonly number[],
  columns: {
    readonly timeMs: ArrayLike<number>;
    readonly value: ArrayLike<number>;
    readonly kind: (row: number) => number;
    readonly kinds: number;
  },
): Float64Array {
  const sums = new Float64Array(bins.count * columns.kinds);
  for (const row of rows) {
    const at = columns.kind(row) * bins.count + binOf(bins, columns.timeMs[row]!);
    sums[at] = sums[at]! + columns.value[row]!;
  }
  return sums;
}

/** A round number not above a third of the largest value, for the grid line. */
export function gridStep(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return [5, 2, 1, 0.5].map((one) => one * power).find((one) => one <= largest * 0.8) ?? power / 2;
}

/** Where instants stand in the picture. */
export interface TimeScale {
  readonly left: number;
  readonly right: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly x: (timeMs: number) => number;
}
