/** Greatest coefficient of variation of the values, and of the gaps: clearly below a Poisson process, whose gaps have 1. */
const VALUE_SPREAD = 1 / 3;
const GAP_SPREAD = 1 / 2;

/**
 * Sets `regular[r] = 1` where the occasions of r, `starts[r] .. starts[r + 1]`, are at least `fewest` and both their values
 * and the gaps between their times have a coefficient of variation (population standard deviation by mean) below the
 * greatest allowed. O(occasions).
 */
export function isRegularInto(
  regular: Uint8Array,
  starts: Int32Array,
  values: Float64Array,
  times: Float64Array,
  fewest: number,
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
    if (!(squares < (VALUE_SPREAD * mean) ** 2 * (to - from))) continue;
    const gaps = to - from - 1;
    const gap = (times[to - 1]! - times[from]!) / gaps;
    squares = 0;
    for (let i = from + 1; i < to; i++) squares += (times[i]! - times[i - 1]! - gap) ** 2;
    if (squares < (GAP_SPREAD * gap) ** 2 * gaps) regular[r] = 1;
  }
}
