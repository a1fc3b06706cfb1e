import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';
import { type SweepScratch } from './sweep-back.kernel.js';

/** A depth-first walk that stops at every cycle and can be taken up again. Columns by depth are maxLength + 1 long. */
export interface CycleWalk {
  /** Per node; all zero between walks. */
  readonly onPath: Uint8Array;
  readonly node: Int32Array;
  readonly cursor: Int32Array;
  /** Edges of the path; a cycle that was found is path[0 .. length). */
  readonly path: Int32Array;
  depth: number;
  visits: number;
}

export function createCycleWalk(nodeCount: number, maxLength: number): CycleWalk {
  const perDepth = (): Int32Array => new Int32Array(maxLength + 1);
  return {
    onPath: new Uint8Array(nodeCount),
    node: perDepth(),
    cursor: perDepth(),
    path: perDepth(),
    depth: 0,
    visits: 0,
  };
}

/** Puts a walk, which must have been left or have ended, behind its first edge. `cursor`: where the next may be. */
export function beginWalk(graph: CycleGraph, root: number, cursor: number, walk: CycleWalk): void {
  const receiver = graph.head[root]!;
  walk.path[0] = root;
  walk.node[1] = receiver;
  walk.cursor[1] = cursor;
  walk.onPath[receiver] = 1;
  walk.depth = 1;
  walk.visits = 0;
}

/** Leaves a walk wherever it is. */
export function leaveWalk(walk: CycleWalk): void {
  for (; walk.depth > 0; walk.depth--) walk.onPath[walk.node[walk.depth]!] = 0;
}

/** Answers of {@link nextCycle} that are not a length. */
export const WALK_ENDED = 0;
export const VISITS_USED_UP = -1;

/**
 * Walks on to the next cycle. A cycle within one instant counts only for its smallest edge.
 *
 * @param sweep leaves out steps from which the root cannot be reached in time; undefined = none is left out. May be given
 *   from any point of the walk on: it changes the steps, not the cycles
 * @param mayFollow whether an edge may follow the one before it in the cycle; undefined = any may
 * @returns the cycle's length; {@link WALK_ENDED}; {@link VISITS_USED_UP} when `walk.visits` reached `maxVisits`
 */
export function nextCycle(
  graph: CycleGraph,
  span: Readonly<RootSpan>,
  walk: CycleWalk,
  sweep: SweepScratch | undefined,
  mayFollow: ((edge: number, next: number) => boolean) | undefined,
  maxLength: number,
  maxVisits: number,
): number {
  const { head, follow, before, outStarts, out } = graph;
  const { onPath, node, cursor, path } = walk;
  const { root, last } = span;
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
    if (next === origin) {
      path[depth] = edge;
      if (mayFollow !== undefined && !mayFollow(path[depth - 1]!, edge)) continue;
      if (edge < before[root]! && !isSmallestFirst(path, depth + 1)) continue;
      return depth + 1;
    }
    if (depth + 2 > maxLength || onPath[next] === 1) continue;
    if (sweep !== undefined && (sweep.stamp[next] !== sweep.sweep || edge >= sweep.bound[next]!)) continue;
    const from = follow[edge]!;
    if (from === outStarts[next + 1] || out[from]! > last) continue;
    if (mayFollow !== undefined && !mayFollow(path[depth - 1]!, edge)) continue;
    path[depth] = edge;
    walk.depth = depth + 1;
    node[depth + 1] = next;
    cursor[depth + 1] = from;
    onPath[next] = 1;
  }
  return WALK_ENDED;
}

function isSmallestFirst(path: Int32Array, length: number): boolean {
  for (let i = 1; i < length; i++) if (path[i]! < path[0]!) return false;
  return true;
}
