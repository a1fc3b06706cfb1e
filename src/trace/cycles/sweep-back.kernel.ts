import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';

/** Scratch of {@link sweepBack} and of the trimming after it, per node. */
export interface SweepScratch {
  /** The sweep that touched the node last; all other columns are valid for that sweep only. */
  readonly stamp: Int32Array;
  sweep: number;
  /** Edges below this one may enter the node and still come back to the root's payer. */
  readonly bound: Int32Array;
  /** Next position of `into` to look at. */
  readonly cursor: Int32Array;
  /** Edges from this one on may leave the node; used by the trimming. */
  readonly reach: Int32Array;
  /** Number of the node in the sub-graph; used by the trimming. */
  readonly local: Int32Array;
  /** Nodes whose bound was raised, and the edges found: replaced by longer ones when they are full. */
  stack: Int32Array;
  edges: Int32Array;
}

export function createSweepScratch(nodeCount: number): SweepScratch {
  const perNode = (): Int32Array => new Int32Array(nodeCount);
  return {
    stamp: perNode(),
    sweep: 0,
    bound: perNode(),
    cursor: perNode(),
    reach: perNode(),
    local: perNode(),
    stack: new Int32Array(256),
    edges: new Int32Array(256),
  };
}

/**
 * Collects into `scratch.edges` every edge of the span from which the payer of the root can still be reached in time,
 * whether or not the path is simple; so it only leaves out dead ends. Each edge is looked at once: a node's incoming
 * edges become usable in ascending order as its latest departure grows, whatever the order in which it grows.
 *
 * @returns number of edges, unsorted; 0 if the root's receiver is not among their payers
 */
export function sweepBack(graph: CycleGraph, span: Readonly<RootSpan>, scratch: SweepScratch): number {
  const { tail, before, inStarts, into } = graph;
  const { stamp, bound, cursor, reach } = scratch;
  const { root, first, firstClosing, last } = span;
  const origin = tail[root]!;
  const receiver = graph.head[root]!;
  const sweep = ++scratch.sweep;
  let waiting = 1;
  let count = 0;
  stamp[origin] = sweep;
  bound[origin] = last + 1;
  cursor[origin] = firstAtLeast(into, inStarts[origin]!, inStarts[origin + 1]!, firstClosing);
  scratch.stack[0] = origin;
  while (waiting > 0) {
    const node = scratch.stack[--waiting]!;
    const end = inStarts[node + 1]!;
    const limit = bound[node]!;
    let p = cursor[node]!;
    const room = count + end - p;
    if (room >= scratch.edges.length) scratch.edges = lengthened(scratch.edges, room + 1);
    if (waiting + end - p >= scratch.stack.length) scratch.stack = lengthened(scratch.stack, waiting + end - p + 1);
    const { stack, edges } = scratch;
    for (; p < end && into[p]! < limit; p++) {
      const edge = into[p]!;
      const from = tail[edge]!;
      if (from === origin) continue;
      edges[count++] = edge;
      if (stamp[from] !== sweep) {
        stamp[from] = sweep;
        bound[from] = 0;
        reach[from] = last + 1;
        // The receiver of the root is on every path: nothing may come back to it.
        cursor[from] =
          from === receiver ? inStarts[from + 1]! : firstAtLeast(into, inStarts[from]!, inStarts[from + 1]!, first);
      }
      if (before[edge]! <= bound[from]!) continue;
      bound[from] = before[edge]!;
      stack[waiting++] = from;
    }
    cursor[node] = p;
  }
  return stamp[receiver] === sweep ? count : 0;
}

/** First position in low .. high - 1 whose edge is at least `edge`, or high. */
export function firstAtLeast(edges: Int32Array, low: number, high: number, edge: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lengthened(column: Int32Array, least: number): Int32Array {
  const longer = new Int32Array(Math.max(least, column.length * 2));
  longer.set(column);
  return longer;
}
