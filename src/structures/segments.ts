/** Segments up to this length are sorted by insertion: a call of the engine's sort costs more. */
const SHORT = 40;

/**
 * Sorts each segment `values[starts[s] .. starts[s + 1])` ascending, in place. NaN has no place in it.
 * O(n log of the longest segment).
 */
export function sortSegments(values: Float64Array, starts: Int32Array): void {
  for (let s = 0; s + 1 < starts.length; s++) {
    const from = starts[s]!;
    const to = starts[s + 1]!;
    if (to - from > SHORT) {
      // Long ones often hold one value only.
      if (!isAscending(values, from, to)) values.subarray(from, to).sort();
      continue;
    }
    for (let i = from + 1; i < to; i++) {
      const value = values[i]!;
      let k = i - 1;
      for (; k >= from && values[k]! > value; k--) values[k + 1] = values[k]!;
      values[k + 1] = value;
    }
  }
}

function isAscending(values: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (values[i - 1]! > values[i]!) return false;
  return true;
}

/** Median of `sorted[from .. to)`: the middle value, or the mean of the two in the middle; NaN of nothing. */
export function medianOfSorted(sorted: Float64Array, from = 0, to = sorted.length): number {
  if (to <= from) return NaN;
  const middle = (from + to) >>> 1;
  return (to - from) % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
