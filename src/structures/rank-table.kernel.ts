/** Least and most of the upper 32 bits of 64-bit numbers; `bits` holds two words a number, the lower first. O(n). */
export function leadingRangeOf(bits: Uint32Array): { least: number; most: number } {
  if (bits.length === 0) return { least: 0, most: 0 };
  let least = bits[1]!;
  let most = least;
  for (let i = 3; i < bits.length; i += 2) {
    const word = bits[i]!;
    if (word < least) least = word;
    if (word > most) most = word;
  }
  return { least, most };
}

/**
 * One stable pass by the leading bits: bucket (upper 32 bits - least) >>> shift. Fills `starts` (length buckets + 1; bucket b
 * owns placed[starts[b] .. starts[b + 1])) and `placed` (length of `values`). `bits` are those of `values`. O(n + buckets).
 */
export function placeByLeadingInto(
  placed: Float64Array,
  starts: Int32Array,
  {
    values,
    bits,
    least,
    shift,
  }: { readonly values: Float64Array; readonly bits: Uint32Array; readonly least: number; readonly shift: number },
): void {
  starts.fill(0);
  for (let i = 1; i < bits.length; i += 2) starts[((bits[i]! - least) >>> shift) + 1]!++;
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!;
  for (let i = 0; i < values.length; i++) placed[starts[(bits[2 * i + 1]! - least) >>> shift]!++] = values[i]!;
  // Each start has run to the start of the next bucket; move them back by one.
  for (let b = starts.length - 1; b > 0; b--) starts[b] = starts[b - 1]!;
  starts[0] = 0;
}

/**
 * Moves each different value of `sorted` to the front, in place, and returns how many there are. Fills `below` (length of
 * `sorted` + 1): below[i] = values before the i-th different one, and all values at the end. `starts`, which bounded the
 * buckets of all values, then bounds those of different ones; equal values lie in one bucket. O(n + buckets).
 */
export function countDistinctInto(sorted: Float64Array, below: Int32Array, starts: Int32Array): number {
  let count = 0;
  let from = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    const to = starts[b + 1]!;
    starts[b] = count;
    for (let i = from; i < to; i++) {
      const value = sorted[i]!;
      if (i > from && value === sorted[count - 1]) continue;
      below[count] = i;
      sorted[count++] = value;
    }
    from = to;
  }
  starts[starts.length - 1] = count;
  below[count] = sorted.length;
  return count;
}

/** The table that {@link countDistinctInto} leaves. */
export interface RankColumns {
  readonly distinct: Float64Array;
  readonly below: Int32Array;
  readonly starts: Int32Array;
  readonly least: number;
  readonly shift: number;
}

/**
 * Fills counts[i] with how many values of the table are below asked[i]; `bits` are those of `asked`, each 0 or more. In
 * blocks, and each block in steps: first all looks at random places, in which nothing depends on anything, so that they do
 * not wait for each other; then the few comparisons. `seen` is scratch of any length above 0, that of a block. O(asked).
 */
export function countBelowInto(
  counts: Int32Array,
  { asked, bits, seen }: { readonly asked: Float64Array; readonly bits: Uint32Array; readonly seen: Float64Array },
  { distinct, below, starts, least, shift }: RankColumns,
): void {
  const lastBucket = starts.length - 2;
  for (let from = 0; from < asked.length; from += seen.length) {
    const to = Math.min(from + seen.length, asked.length);
    for (let i = from; i < to; i++) {
      const bucket = (bits[2 * i + 1]! - least) >> shift;
      counts[i] = starts[Math.max(0, Math.min(bucket, lastBucket))]!;
    }
    for (let i = from; i < to; i++) seen[i - from] = distinct[counts[i]!]!;
    for (let i = from; i < to; i++) {
      const value = asked[i]!;
      let low = counts[i]!;
      if (low === distinct.length || seen[i - from]! >= value) continue;
      let high = starts[Math.max(0, Math.min((bits[2 * i + 1]! - least) >> shift, lastBucket)) + 1]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (distinct[middle]! < value) low = middle + 1;
        else high = middle;
      }
      counts[i] = low;
    }
    for (let i = from; i < to; i++) counts[i] = below[counts[i]!]!;
  }
}
