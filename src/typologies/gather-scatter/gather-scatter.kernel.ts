/** Numbers per window that {@link gatherScatterWindowsInto} writes: first, last, distinct payers, distinct receivers. */
export const GATHER_SCATTER_FIELDS = 4;

/**
 * Maximal windows of one account that hold enough distinct payers and enough distinct receivers.
 *
 * `times` (non-decreasing), `partners` and `incoming` (1 = money comes in) hold the account's counted transfers, both
 * directions, at 0 .. length - 1. A window is a stretch first..last with times[last] - times[first] <= span. Scratch
 * `seenIn`, `seenOut`: a zero per account, left zero. `out` needs length * 4 entries at most. O(length).
 *
 * @returns number of windows written, by time
 */
export function gatherScatterWindowsInto(
  length: number,
  times: Float64Array,
  partners: Int32Array,
  incoming: Uint8Array,
  span: number,
  leastIn: number,
  leastOut: number,
  seenIn: Int32Array,
  seenOut: Int32Array,
  out: Int32Array,
): number {
  let written = 0;
  let first = 0;
  let distinctIn = 0;
  let distinctOut = 0;
  for (let last = 0; last < length; last++) {
    const partner = partners[last]!;
    if (incoming[last] === 1) {
      if (seenIn[partner]!++ === 0) distinctIn++;
    } else if (seenOut[partner]!++ === 0) distinctOut++;
    while (times[last]! - times[first]! > span) {
      const leaving = partners[first]!;
      if (incoming[first++] === 1) {
        if (--seenIn[leaving]! === 0) distinctIn--;
      } else if (--seenOut[leaving]! === 0) distinctOut--;
    }
    const grows = last + 1 < length && times[last + 1]! - times[first]! <= span;
    if (grows || distinctIn < leastIn || distinctOut < leastOut) continue;
    const at = written++ * GATHER_SCATTER_FIELDS;
    out[at] = first;
    out[at + 1] = last;
    out[at + 2] = distinctIn;
    out[at + 3] = distinctOut;
  }
  for (let left = first; left < length; left++) {
    seenIn[partners[left]!] = 0;
    seenOut[partners[left]!] = 0;
  }
  return written;
}

/**
 * The best place to split the window first..last: all counted payments in are no later than a time s, all counted
 * payments out later than s, with at least `leastIn` distinct payers and `leastOut` distinct receivers.
 *
 * `receiversFrom` is scratch of length last + 2 or more. Writes into `best` the position of the last transfer at s, and
 * the distinct payers and receivers; best = most of both together, the earliest of equals. O(last - first).
 *
 * @returns whether there is such a split
 */
export function bestSplitInto(
  first: number,
  last: number,
  times: Float64Array,
  partners: Int32Array,
  incoming: Uint8Array,
  leastIn: number,
  leastOut: number,
  seenIn: Int32Array,
  seenOut: Int32Array,
  receiversFrom: Int32Array,
  best: Int32Array,
): boolean {
  receiversFrom[last + 1] = 0;
  for (let p = last; p >= first; p--) {
    const fresh = incoming[p] === 0 && seenOut[partners[p]!]!++ === 0;
    receiversFrom[p] = receiversFrom[p + 1]! + (fresh ? 1 : 0);
  }
  let payers = 0;
  let most = 0;
  for (let p = first; p <= last; p++) {
    if (incoming[p] === 1 && seenIn[partners[p]!]!++ === 0) payers++;
    if (p < last && times[p + 1] === times[p]) continue;
    const receivers = receiversFrom[p + 1]!;
    if (payers < leastIn || receivers < leastOut || payers + receivers <= most) continue;
    most = payers + receivers;
    best[0] = p;
    best[1] = payers;
    best[2] = receivers;
  }
  for (let p = first; p <= last; p++) {
    seenIn[partners[p]!] = 0;
    seenOut[partners[p]!] = 0;
  }
  return most > 0;
}
