import { type RootSubgraph } from './root-subgraph.kernel.js';
import { type SuffixCounts } from './suffix-counts.js';

/**
 * Scratch of {@link walkBundles}. `path` has a bit per node. Level columns: one entry per node of the path. Arrivals:
 * the positions from which a node may be left, with the number of ways to arrive that allow it; each level owns a run.
 */
export interface WalkStack {
  path: Int32Array;
  node: Int32Array;
  cursor: Int32Array;
  begin: Int32Array;
  stop: Int32Array;
  /** Level l owns arrivals from[l] .. from[l + 1). */
  from: Int32Array;
  position: Int32Array;
  ways: Float64Array;
}

export function createWalkStack(): WalkStack {
  const empty = new Int32Array(0);
  return {
    path: empty,
    node: empty,
    cursor: empty,
    begin: empty,
    stop: empty,
    from: empty,
    position: empty,
    ways: new Float64Array(0),
  };
}

/**
 * Counts the simple ways from `entry`, left at position `start` or later, to the root, by number of edges:
 * counts[edges + k] for a way of k edges. Parallel transfers are walked as one bundle: with the path go the numbers of
 * ways to arrive in time for each position, so that n transfers after m make one step and not n * m. Where `suffixes`
 * know the rest of a way, it is added and not walked.
 *
 * @param longest greatest number of edges counted, those before the entry included
 * @returns number of steps; `maxVisits + 1` if they ran out: `counts` then holds some of the ways only
 */
export function walkBundles(
  sub: RootSubgraph,
  suffixes: SuffixCounts,
  stack: WalkStack,
  entry: number,
  start: number,
  edges: number,
  longest: number,
  maxVisits: number,
  counts: Float64Array,
): number {
  const { starts, head, follow, previousSame, nextSame } = sub;
  const { path, node, cursor, begin, stop, from, position, ways } = stack;
  if (edges + 1 > longest) return 0;
  let visits = 0;
  let level = 0;
  from[0] = 0;
  from[1] = 1;
  position[0] = start;
  ways[0] = 1;
  node[0] = entry;
  if (!open(0)) return 1;
  while (level >= 0) {
    const p = cursor[level]!;
    if (p >= stop[level]!) {
      const here = node[level]!;
      path[here >> 5]! &= ~(1 << (here & 31));
      level--;
      continue;
    }
    cursor[level] = p + 1;
    if (previousSame[p]! >= begin[level]!) continue;
    if (++visits > maxVisits) break;
    const next = head[p]!;
    const end = stop[level]!;
    const arrivalsEnd = from[level + 1]!;
    let arrival = from[level]!;
    let arrived = 0;
    if (next === -1) {
      let closed = 0;
      for (let q = p; q !== -1 && q < end; q = nextSame[q]!) {
        while (arrival < arrivalsEnd && position[arrival]! <= q) arrived += ways[arrival++]!;
        closed += arrived;
      }
      counts[edges + level + 1]! += closed;
      continue;
    }
    if (edges + level + 2 > longest || ((path[next >> 5]! >>> (next & 31)) & 1) === 1) continue;
    let top = arrivalsEnd;
    for (let q = p; q !== -1 && q < end; q = nextSame[q]!) {
      while (arrival < arrivalsEnd && position[arrival]! <= q) arrived += ways[arrival++]!;
      if (top > arrivalsEnd && position[top - 1] === follow[q]) ways[top - 1]! += arrived;
      else {
        position[top] = follow[q]!;
        ways[top++] = arrived;
      }
    }
    from[level + 2] = top;
    node[level + 1] = next;
    if (open(level + 1)) level++;
  }
  for (; level >= 0; level--) path[node[level]! >> 5]! &= ~(1 << (node[level]! & 31));
  return visits;

  /** Adds what is known of the node's ways; false if that is all of them. Otherwise the node joins the path. */
  function open(at: number): boolean {
    const here = node[at]!;
    const end = starts[here + 1]!;
    const low = from[at]!;
    const high = from[at + 1]!;
    const first = position[low]!;
    let known = Math.max(first, suffixes.counted[here]!);
    while (known < end && touchesPath(known)) known++;
    if (known < end) {
      let total = 0;
      let a = low;
      while (a < high && position[a]! <= known) total += ways[a++]!;
      addKnown(known, total, edges + at);
      for (; a < high; a++) addKnown(position[a]!, ways[a]!, edges + at);
    }
    if (known === first) return false;
    begin[at] = first;
    cursor[at] = first;
    stop[at] = known;
    path[here >> 5]! |= 1 << (here & 31);
    return true;
  }

  function touchesPath(p: number): boolean {
    const { cones, coneAt, coneWords } = suffixes;
    const at = coneAt[p]!;
    const words = coneWords[p]!;
    for (let w = 0; w < words; w++) if ((cones[at + w]! & path[w]!) !== 0) return true;
    return false;
  }

  function addKnown(p: number, times: number, behind: number): void {
    const { counts: known, countsAt, longest: most } = suffixes;
    const at = countsAt[p]! - 1;
    const last = Math.min(most[p]!, longest - behind);
    for (let k = 1; k <= last; k++) counts[behind + k]! += times * known[at + k]!;
  }
}

/** Room for paths of this many nodes and arrivals at this many positions. */
export function makeStackRoom(stack: WalkStack, nodes: number, positions: number): void {
  if (stack.node.length < nodes + 2) {
    const room = nodes * 2 + 2;
    stack.path = new Int32Array((room >> 5) + 1);
    stack.node = new Int32Array(room);
    stack.cursor = new Int32Array(room);
    stack.begin = new Int32Array(room);
    stack.stop = new Int32Array(room);
    stack.from = new Int32Array(room + 1);
  }
  if (stack.position.length >= positions + 2) return;
  stack.position = new Int32Array(positions * 2 + 2);
  stack.ways = new Float64Array(positions * 2 + 2);
}
