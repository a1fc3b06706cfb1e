/** Numbers per window that {@link fanWindowsInto} writes: first, last, distinct, runFirst, runLast, windows. */
export const FAN_WINDOW_FIELDS = 6;

/**
 * Windows of one account that hold at least `least` distinct counterparties.
 *
 * `times` (non-decreasing) and `counterparties` hold the account's counted transfers at 0 .. length - 1. A window is a
 * stretch first..last with times[last] - times[first] <= span; only maximal ones are looked at. Of each run of
 * overlapping windows that reach `least` the one with most distinct counterparties is written (the earliest of equals),
 * as six numbers: its first and last position, its distinct count, first and last position of the run, and the number
 * of windows in the run.
 *
 * `seen` is scratch, one zero per counterparty, left zero. `out` needs length * 6 entries at most.
 * O(length) time: every position enters and leaves the window once.
 *
 * @returns number of windows written
 */
export function fanWindowsInto(
  length: number,
  times: Float64Array,
  counterparties: Int32Array,
  span: number,
  least: number,
  seen: Int32Array,
  out: Int32Array,
): number {
  let written = 0;
  let first = 0;
  let distinct = 0;
  for (let last = 0; last < length; last++) {
    if (seen[counterparties[last]!]!++ === 0) distinct++;
    while (times[last]! - times[first]! > span) if (--seen[counterparties[first++]!]! === 0) distinct--;
    const grows = last + 1 < length && times[last + 1]! - times[first]! <= span;
    if (grows || distinct < least) continue;
    const previous = (written - 1) * FAN_WINDOW_FIELDS;
    if (written > 0 && first <= out[previous + 4]!) {
      out[previous + 4] = last;
      out[previous + 5]!++;
      if (distinct <= out[previous + 2]!) continue;
      out[previous] = first;
      out[previous + 1] = last;
      out[previous + 2] = distinct;
      continue;
    }
    const next = written++ * FAN_WINDOW_FIELDS;
    out[next] = first;
    out[next + 1] = last;
    out[next + 2] = distinct;
    out[next + 3] = first;
    out[next + 4] = last;
    out[next + 5] = 1;
  }
  for (let left = first; left < length; left++) seen[counterparties[left]!] = 0;
  return written;
}
