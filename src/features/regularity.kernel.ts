/** Occasions of relation r stand at starts[r] .. starts[r + 1]; times ascending, UTC milliseconds. */
export interface OccasionColumns {
  readonly starts: Int32Array;
  readonly values: Float64Array;
  readonly times: Float64Array;
}

/**
 * Sets `regular[r] = 1` where the occasions of r are at least `fewest` and both their values
 * and the gaps between their times have a coefficient of variation (population standard deviation by mean) below
 * the spread allowed. O(occasions).
 */
export function isRegularInto(
  regular: Uint8Array,
  { starts, values, times }: OccasionColumns,
  {
    fewest,
    valueSpread,
    gapSpread,
  }: { readonly fewest: number; readonly valueSpread: number; readonly gapSpread: number },
): void {
  for (let r = 0; r < regular.length; r++) {
    const from = starts[r]!;
    const to = starts[r + 1]!;
    if (to - from < fewest) continue;
    let sum = 0;
    let squares = 0;
    for (let i = from; i < to; i++) sum += values[i]!;
    const mean = sum / (to - from);
    for (let i = from; i < to; i++) squares += (values[i]! - mean) ** 2;
    if (!(squares < (valueSpread * mean) ** 2 * (to - from))) continue;
    const gaps = to - from - 1;
    const gap = (times[to - 1]! - times[from]!) / gaps;
    squares = 0;
    for (let i = from + 1; i < to; i++) squares += (times[i]! - times[i - 1]! - gap) ** 2;
    if (squares < (gapSpread * gap) ** 2 * gaps) regular[r] = 1;
  }
}
