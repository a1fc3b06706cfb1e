/**
 * Carries first arrivals over the rows from `row` to before `stop`: `arrivedBy` holds per account the row of its first
 * arrival plus one, 0 where there is none, -1 at sources. A row of the instant of its tail's first arrival is passed by
 * unless `sameInstant`.
 *
 * @returns the row after the first one that reached a new account among rows of its own instant, when `sameInstant` and
 *   rows of that instant lie before it; else `stop`
 */
export function carryFirstArrivals(
  tail: Int32Array,
  head: Int32Array,
  timeMs: Float64Array,
  admitted: Uint8Array | undefined,
  arrivedBy: Int32Array,
  sameInstant: boolean,
  row: number,
  stop: number,
  step: number,
): number {
  for (; row !== stop; row += step) {
    const to = head[row]!;
    if (arrivedBy[to] !== 0) continue;
    const before = arrivedBy[tail[row]!]!;
    if (before === 0 || (admitted !== undefined && admitted[row] !== 1)) continue;
    if (!sameInstant && before > 0 && timeMs[before - 1] === timeMs[row]) continue;
    arrivedBy[to] = row + 1;
    if (sameInstant && timeMs[row - step] === timeMs[row]) return row + step;
  }
  return stop;
}
