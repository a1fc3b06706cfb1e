import { type CycleGraph } from './cycle-graph.js';

/** The cycles asked for: edges of one search, all inclusive. */
export interface RootSpan {
  /** The first transfer of the cycles. */
  root: number;
  /** First edge that may be used after it. */
  first: number;
  /** First edge that may close a cycle. */
  firstClosing: number;
  /** Last edge that may be used. */
  last: number;
}

/** Scratch of {@link countPlainly}: `onPath` per node, all zero; the others at least maxVisits + 3 long. */
export interface PlainScratch {
  readonly onPath: Uint8Array;
  readonly node: Int32Array;
  readonly cursor: Int32Array;
}

/**
 * Depth-first walk over all simple temporal cycles that start with `span.root`; adds them by length to `counts`.
 *
 * @returns number of steps; `maxVisits + 1` if they ran out: `counts` then holds some of the cycles only
 */
export function countPlainly(
  graph: CycleGraph,
  span: Readonly<RootSpan>,
  scratch: PlainScratch,
  maxLength: number,
  maxVisits: number,
  counts: Float64Array,
): number {
  const { head, follow, outStarts, out } = graph;
  const { onPath, node, cursor } = scratch;
  const { root, first, firstClosing, last } = span;
  const origin = graph.tail[root]!;
  let visits = 0;
  let depth = 1;
  node[1] = head[root]!;
  cursor[1] = follow[root]!;
  onPath[node[1]] = 1;
  while (depth > 0) {
    const here = node[depth]!;
    const p = cursor[depth]!;
    if (p === outStarts[here + 1] || out[p]! > last) {
      onPath[here] = 0;
      depth--;
      continue;
    }
    if (++visits > maxVisits) break;
    cursor[depth] = p + 1;
    const edge = out[p]!;
    if (edge < first) continue;
    const next = head[edge]!;
    if (next === origin) {
      if (edge >= firstClosing) counts[depth + 1]!++;
      continue;
    }
    if (depth + 2 > maxLength || onPath[next] === 1) continue;
    const from = follow[edge]!;
    if (from === outStarts[next + 1] || out[from]! > last) continue;
    depth++;
    node[depth] = next;
    cursor[depth] = from;
    onPath[next] = 1;
  }
  for (; depth > 0; depth--) onPath[node[depth]!] = 0;
  return visits;
}
