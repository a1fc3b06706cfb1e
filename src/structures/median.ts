import { leadingRangeOf } from './rank-table.kernel.js';
import { medianOfSorted } from './segments.js';

/** Bits of a bucket's number: the counts of all buckets fit the processor's second cache. */
const BITS = 16;

/**
 * Median of values in any order, each 0 or more (no -0, no NaN): counts them by leading bits and sorts only the bucket or two
 * that hold the middle. NaN of nothing. The same number as {@link medianOfSorted} of the sorted values. O(n) for values
 * that are spread. For little-endian machines, as the interner of keys is.
 */
export function medianOf(values: Float64Array): number {
  return medianOfSorted(middlesOf(values));
}

/** The lower of the two values in the middle, which are one where there is an odd number; the same otherwise. */
export function lowerMedianOf(values: Float64Array): number {
  return middlesOf(values)[0] ?? Number.NaN;
}

function middlesOf(values: Float64Array): Float64Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const { least, most } = leadingRangeOf(bits);
  const shift = Math.max(0, 32 - Math.clz32(most - least) - BITS);
  const counts = new Int32Array(((most - least) >>> shift) + 1);
  for (let i = 1; i < bits.length; i += 2) counts[(bits[i]! - least) >>> shift]!++;
  const [low, high] = [(values.length - 1) >>> 1, values.length >>> 1];
  let first = 0;
  let before = 0;
  while (first < counts.length && before + counts[first]! <= low) before += counts[first++]!;
  let last = first;
  let size = counts[first] ?? 0;
  while (last + 1 < counts.length && before + size <= high) size += counts[++last]!;
  const middle = new Float64Array(size);
  let kept = 0;
  for (let i = 0; i < values.length; i++) {
    const bucket = (bits[2 * i + 1]! - least) >>> shift;
    if (bucket >= first && bucket <= last) middle[kept++] = values[i]!;
  }
  return middle.sort().subarray(low - before, high - before + 1);
}
