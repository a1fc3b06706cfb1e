import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';
import { type SweepScratch } from './sweep-back.kernel.js';

/**
 * The edges that one root's cycles can use, renumbered so that they lie close together. Node v owns the positions
 * starts[v] .. starts[v + 1], ascending in time; the root's receiver is node `entry`. Nodes that occur later in time
 * have smaller numbers. All arrays may be longer than what is in use.
 */
export interface RootSubgraph {
  nodeCount: number;
  edgeCount: number;
  entry: number;
  starts: Int32Array;
  /** Per position, as all below: the edge of the whole graph. */
  edge: Int32Array;
  /** The paying node, whose slice it is. */
  tail: Int32Array;
  /** Receiving node, or -1 for the root's payer: the edge closes a cycle. */
  head: Int32Array;
  /** Position from which the head's edges may follow. */
  follow: Int32Array;
  /** The nearest position of the same node with the same head before and after this one, or -1. */
  previousSame: Int32Array;
  nextSame: Int32Array;
  /** The position of each edge, edges ascending in time. */
  inTime: Int32Array;
}

export function createRootSubgraph(): RootSubgraph {
  const empty = new Int32Array(0);
  return {
    nodeCount: 0,
    edgeCount: 0,
    entry: -1,
    starts: empty,
    edge: empty,
    tail: empty,
    head: empty,
    follow: empty,
    previousSame: empty,
    nextSame: empty,
    inTime: empty,
  };
}

/**
 * Keeps, of the first `found` edges of a sweep, those that money from the root can have reached in time, and lays them
 * out. O(found log found).
 *
 * @returns false if nothing is left
 */
export function buildSubgraph(
  graph: CycleGraph,
  span: Readonly<RootSpan>,
  sweep: SweepScratch,
  found: number,
  sub: RootSubgraph,
): boolean {
  const { edges } = sweep;
  edges.subarray(0, found).sort();
  const count = keepReachable(graph, span, sweep, found);
  if (count === 0) return false;
  makeRoom(sub, count);
  numberNodes(graph, span, sweep, count, sub);
  layOutPositions(graph, span, sweep, count, sub);
  return true;
}

/** Drops the edges that leave a node before money from the root can be there. */
function keepReachable(
  graph: CycleGraph,
  { root, first }: Readonly<RootSpan>,
  sweep: SweepScratch,
  found: number,
): number {
  const { tail, head, after } = graph;
  const { edges, reach } = sweep;
  const origin = tail[root]!;
  reach[head[root]!] = first;
  // Where ties are allowed, an edge may follow one of a greater number: then every edge counts as taken, which drops less.
  const tiesAllowed = after[root]! <= root;
  for (let i = 0; i < found; i++) {
    const edge = edges[i]!;
    const to = head[edge]!;
    if (to === origin || (!tiesAllowed && edge < reach[tail[edge]!]!)) continue;
    if (after[edge]! < reach[to]!) reach[to] = after[edge]!;
  }
  let count = 0;
  for (let i = 0; i < found; i++) if (edges[i]! >= reach[tail[edges[i]!]!]!) edges[count++] = edges[i]!;
  return count;
}

/** Numbers the nodes in the order in which they occur backwards in time. */
function numberNodes(
  graph: CycleGraph,
  { root }: Readonly<RootSpan>,
  sweep: SweepScratch,
  count: number,
  sub: RootSubgraph,
): void {
  const { tail, head } = graph;
  const { edges, local, cursor } = sweep;
  const origin = tail[root]!;
  for (let i = 0; i < count; i++) {
    local[tail[edges[i]!]!] = -1;
    local[head[edges[i]!]!] = -1;
  }
  let nodes = 0;
  for (let i = count - 1; i >= 0; i--) {
    const to = head[edges[i]!]!;
    const from = tail[edges[i]!]!;
    if (to !== origin && local[to] === -1) local[to] = nodes++;
    if (local[from] === -1) local[from] = nodes++;
  }
  sub.nodeCount = nodes;
  sub.edgeCount = count;
  sub.entry = local[head[root]!]!;
  sub.starts.fill(0, 0, nodes + 1);
  for (let i = 0; i < count; i++) sub.starts[local[tail[edges[i]!]!]! + 1]!++;
  for (let v = 0; v < nodes; v++) sub.starts[v + 1]! += sub.starts[v]!;
  for (let i = 0; i < count; i++) {
    const from = tail[edges[i]!]!;
    cursor[from] = sub.starts[local[from]!]!;
  }
}

function layOutPositions(
  graph: CycleGraph,
  { root }: Readonly<RootSpan>,
  sweep: SweepScratch,
  count: number,
  sub: RootSubgraph,
): void {
  const { tail, head, after } = graph;
  const { edges, local, cursor, reach } = sweep;
  const { starts, edge, follow, previousSame, nextSame, inTime } = sub;
  const origin = tail[root]!;
  for (let i = 0; i < count; i++) {
    const p = cursor[tail[edges[i]!]!]!++;
    edge[p] = edges[i]!;
    sub.tail[p] = local[tail[edges[i]!]!]!;
    sub.head[p] = head[edges[i]!]! === origin ? -1 : local[head[edges[i]!]!]!;
    inTime[i] = p;
  }
  // `reach` has done its work: it now holds, per node, the position up to which `follow` has advanced.
  for (let i = 0; i < count; i++) reach[tail[edges[i]!]!] = starts[local[tail[edges[i]!]!]!]!;
  for (let i = 0; i < count; i++) {
    const p = inTime[i]!;
    const to = sub.head[p]!;
    if (to === -1) continue;
    const node = head[edges[i]!]!;
    let at = reach[node]!;
    while (at < starts[to + 1]! && edge[at]! < after[edges[i]!]!) at++;
    reach[node] = at;
    follow[p] = at;
  }
  // Likewise `cursor`: the last position of the current node with a given head.
  for (let i = 0; i < count; i++) cursor[head[edges[i]!]!] = -1;
  for (let v = 0; v < sub.nodeCount; v++) {
    const begin = starts[v]!;
    for (let p = begin; p < starts[v + 1]!; p++) {
      const to = head[edge[p]!]!;
      const previous = cursor[to]! >= begin ? cursor[to]! : -1;
      previousSame[p] = previous;
      nextSame[p] = -1;
      if (previous >= 0) nextSame[previous] = p;
      cursor[to] = p;
    }
  }
}

/** Room for this many edges, and as many nodes. */
function makeRoom(sub: RootSubgraph, edges: number): void {
  if (sub.edge.length >= edges) return;
  const room = Math.max(256, edges, sub.edge.length * 2);
  sub.starts = new Int32Array(room + 2);
  sub.edge = new Int32Array(room);
  sub.tail = new Int32Array(room);
  sub.head = new Int32Array(room);
  sub.follow = new Int32Array(room);
  sub.previousSame = new Int32Array(room);
  sub.nextSame = new Int32Array(room);
  sub.inTime = new Int32Array(room);
}
