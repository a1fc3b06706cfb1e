import { type MinHeap } from '../structures/index.js';

/**
 * A temporal graph laid out for walking: entry p of `to`, `time` and `rows` is a transfer, account a owns
 * starts[a] .. starts[a + 1] - 1, times ascend inside each slice. `out` lists by payer, `in` by beneficiary.
 */
export interface WalkSide {
  readonly starts: Int32Array;
  readonly to: Int32Array;
  readonly time: Float64Array;
  readonly rows: Int32Array;
}

/** Scratch of {@link walkRoot}: per account `onPath` (zero) and `blocked`; the rest per depth, maxLength + 1 long. */
export interface WalkScratch {
  readonly onPath: Uint8Array;
  /** 1 = never part of a cycle. */
  readonly blocked: Uint8Array;
  readonly node: Int32Array;
  readonly cursor: Int32Array;
  /** Rows of the current path; a reported cycle is path[0 .. length). */
  readonly path: Int32Array;
}

/**
 * Latest time at which money leaving an account can still come back to the root; -Infinity where it cannot. `reached`
 * lists the others, at 0 .. reachedCount - 1.
 */
export interface LatestReturn {
  readonly time: Float64Array;
  readonly reached: Int32Array;
  reachedCount: number;
  readonly heap: MinHeap;
}

/** First position in low .. high - 1 with time >= bound (> bound if `after`), or high. */
export function firstPosition(time: Float64Array, low: number, high: number, bound: number, after: boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! < bound || (after && time[middle] === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Depth-first walk over all simple temporal cycles whose first transfer is `rootRow` (root > first, at rootTime) and
 * whose last is no later than `deadline`. With `sameInstant` times may stand still; a cycle within one instant is then
 * reported only for its smallest row. With `latest`, steps that cannot return in time are left out.
 *
 * @param report called with scratch.path filled; false ends the walk
 * @returns number of steps taken; `maxVisits + 1` if they ran out, in which case not everything was reported
 */
export function walkRoot(
  out: WalkSide,
  scratch: WalkScratch,
  latest: LatestReturn | undefined,
  root: number,
  first: number,
  rootRow: number,
  rootTime: number,
  deadline: number,
  maxLength: number,
  sameInstant: boolean,
  maxVisits: number,
  report: (path: Int32Array, length: number) => boolean,
): number {
  const { starts, to, time, rows } = out;
  const { onPath, blocked, node, cursor, path } = scratch;
  let visits = 0;
  let depth = 1;
  path[0] = rootRow;
  node[1] = first;
  cursor[1] = firstPosition(time, starts[first]!, starts[first + 1]!, rootTime, !sameInstant);
  onPath[first] = 1;
  while (depth > 0) {
    const here = node[depth]!;
    const p = cursor[depth]!;
    if (p === starts[here + 1] || time[p]! > deadline) {
      onPath[here] = 0;
      depth--;
      continue;
    }
    if (++visits > maxVisits) break;
    cursor[depth] = p + 1;
    const next = to[p]!;
    const now = time[p]!;
    if (next === root) {
      path[depth] = rows[p]!;
      if (now === rootTime && !isSmallestRow(path, depth + 1)) continue;
      if (!report(path, depth + 1)) break;
      continue;
    }
    if (depth + 2 > maxLength || onPath[next] === 1 || blocked[next] === 1) continue;
    if (latest !== undefined) {
      const back = latest.time[next]!;
      if (sameInstant ? back < now : back <= now) continue;
    }
    const from = firstPosition(time, starts[next]!, starts[next + 1]!, now, !sameInstant);
    if (from === starts[next + 1] || time[from]! > deadline) continue;
    path[depth] = rows[p]!;
    depth++;
    node[depth] = next;
    cursor[depth] = from;
    onPath[next] = 1;
  }
  for (; depth > 0; depth--) onPath[node[depth]!] = 0;
  return visits;
}

function isSmallestRow(path: Int32Array, length: number): boolean {
  for (let i = 1; i < length; i++) if (path[i]! < path[0]!) return false;
  return true;
}

/**
 * Best-first search backwards from `root`: fills `latest` for all accounts from which money can reach the root after
 * `rootTime` and by `deadline`. Ignores that paths must be simple, so it only ever rules out dead ends.
 * Touches each incoming transfer of the window at most once.
 *
 * @returns number of transfers touched
 */
export function sweepLatestReturn(
  incoming: WalkSide,
  blocked: Uint8Array,
  latest: LatestReturn,
  root: number,
  rootTime: number,
  deadline: number,
  sameInstant: boolean,
): number {
  const { starts, to, time } = incoming;
  const { heap, time: latestTime, reached } = latest;
  for (let i = 0; i < latest.reachedCount; i++) latestTime[reached[i]!] = -Infinity;
  let count = 0;
  let touched = 0;
  relax(root, deadline, true);
  while (heap.size > 0) {
    const key = -heap.peekKey()!;
    const account = heap.pop()!;
    if (key === latestTime[account]) relax(account, key, sameInstant);
  }
  latest.reachedCount = count;
  return touched;

  function relax(account: number, bound: number, inclusive: boolean): void {
    const begin = starts[account]!;
    for (let p = firstPosition(time, begin, starts[account + 1]!, bound, inclusive) - 1; p >= begin; p--) {
      const at = time[p]!;
      if (sameInstant ? at < rootTime : at <= rootTime) return;
      touched++;
      const from = to[p]!;
      const known = latestTime[from]!;
      if (known >= at || from === root || blocked[from] === 1) continue;
      if (known === -Infinity) reached[count++] = from;
      latestTime[from] = at;
      heap.push(-at, from);
    }
  }
}
