import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';
import { type CycleWalk, VISITS_USED_UP, WALK_ENDED } from './cycle-walk.kernel.js';
import { firstAtLeast } from './sweep-back.kernel.js';

/** Least number of edges from a node back to a root's payer, for the nodes stamped by the latest search. */
export interface BackHops {
  readonly stamp: Int32Array;
  search: number;
  readonly hops: Int32Array;
  /** Nodes in order of their hops. */
  readonly queue: Int32Array;
}

export function createBackHops(nodeCount: number): BackHops {
  const perNode = (): Int32Array => new Int32Array(nodeCount);
  return { stamp: perNode(), search: 0, hops: perNode(), queue: perNode() };
}

/**
 * Breadth-first search backwards from the payer of a root over all edges of its span.
 * @returns number of edges looked at
 */
export function searchBackHops(
  graph: CycleGraph,
  { root, first, last }: Readonly<RootSpan>,
  into: BackHops,
  maxLength: number,
): number {
  const { tail, head, inStarts } = graph;
  const { stamp, hops, queue } = into;
  const search = ++into.search;
  const receiver = head[root]!;
  let length = 1;
  let touched = 0;
  queue[0] = tail[root]!;
  stamp[queue[0]] = search;
  hops[queue[0]] = 0;
  for (let at = 0; at < length; at++) {
    const node = queue[at]!;
    // The receiver of the root is on every path, and needs no way through itself; one edge is the root's.
    if (node === receiver || hops[node]! + 2 > maxLength) continue;
    const end = inStarts[node + 1]!;
    for (let p = firstAtLeast(graph.into, inStarts[node]!, end, first); p < end && graph.into[p]! <= last; p++) {
      touched++;
      const from = tail[graph.into[p]!]!;
      if (stamp[from] === search) continue;
      stamp[from] = search;
      hops[from] = hops[node]! + 1;
      queue[length++] = from;
    }
  }
  return touched;
}

/**
 * Walks on to the next simple cycle whose edges all lie in the span, in any order of time.
 *
 * @param hops leaves out steps from which the root is too many edges away; may be given from any point of the walk on
 * @returns as `nextCycle` of the temporal walk
 */
export function nextWindowCycle(
  graph: CycleGraph,
  { root, first, last }: Readonly<RootSpan>,
  walk: CycleWalk,
  hops: BackHops | undefined,
  mayFollow: ((edge: number, next: number) => boolean) | undefined,
  maxLength: number,
  maxVisits: number,
): number {
  const { head, outStarts, out } = graph;
  const { onPath, node, cursor, path } = walk;
  const origin = graph.tail[root]!;
  while (walk.depth > 0) {
    const depth = walk.depth;
    const here = node[depth]!;
    const p = cursor[depth]!;
    if (p === outStarts[here + 1] || out[p]! > last) {
      onPath[here] = 0;
      walk.depth--;
      continue;
    }
    if (walk.visits >= maxVisits) return VISITS_USED_UP;
    walk.visits++;
    cursor[depth] = p + 1;
    const edge = out[p]!;
    const next = head[edge]!;
    const closes = next === origin;
    if (!closes) {
      if (depth + 2 > maxLength || onPath[next] === 1) continue;
      if (hops !== undefined && (hops.stamp[next] !== hops.search || depth + 1 + hops.hops[next]! > maxLength))
        continue;
    }
    if (mayFollow !== undefined && !mayFollow(path[depth - 1]!, edge)) continue;
    path[depth] = edge;
    if (closes) return depth + 1;
    const end = outStarts[next + 1]!;
    const from = firstAtLeast(out, outStarts[next]!, end, first);
    if (from === end || out[from]! > last) continue;
    walk.depth = depth + 1;
    node[depth + 1] = next;
    cursor[depth + 1] = from;
    onPath[next] = 1;
  }
  return WALK_ENDED;
}
