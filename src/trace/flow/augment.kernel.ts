/**
 * Breadth-first distances from `source` over open arcs, -1 where there is no way; stops as soon as `target` has one.
 * Arcs of node v are arcs[starts[v] .. starts[v + 1]), arc a runs to head[a] and may be used where open[a] is 1.
 * `level` and `queue` have one entry per node.
 *
 * @returns whether the target was reached. If not, the nodes with a level are exactly those that the source reaches.
 */
export function levelsInto(
  starts: Int32Array,
  arcs: Int32Array,
  head: Int32Array,
  open: Uint8Array,
  source: number,
  target: number,
  level: Int32Array,
  queue: Int32Array,
): boolean {
  level.fill(-1);
  level[source] = 0;
  queue[0] = source;
  let queued = 1;
  for (let taken = 0; taken < queued; taken++) {
    const node = queue[taken]!;
    const next = level[node]! + 1;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const arc = arcs[at]!;
      const to = head[arc]!;
      if (open[arc] === 0 || level[to] !== -1) continue;
      level[to] = next;
      if (to === target) return true;
      queue[queued++] = to;
    }
  }
  return false;
}

/**
 * The next way from `source` to `target` on which each open arc leads one level up. `cursor` (per node, at first a copy
 * of starts) moves past arcs of no use, and a node without a way on loses its level, so that all calls between two
 * levelings together look at each arc once, apart from the ways they return. Fills `path` with arcs.
 *
 * @returns number of arcs, 0 if there is no further way.
 */
export function nextPathInto(
  starts: Int32Array,
  arcs: Int32Array,
  head: Int32Array,
  open: Uint8Array,
  source: number,
  target: number,
  level: Int32Array,
  cursor: Int32Array,
  path: Int32Array,
): number {
  let node = source;
  let depth = 0;
  while (node !== target) {
    const end = starts[node + 1]!;
    const next = level[node]! + 1;
    let at = cursor[node]!;
    while (at < end && !(open[arcs[at]!] === 1 && level[head[arcs[at]!]!] === next)) at++;
    cursor[node] = at;
    if (at < end) {
      path[depth++] = arcs[at]!;
      node = head[arcs[at]!]!;
    } else if (depth === 0) {
      return 0;
    } else {
      level[node] = -1;
      node = head[path[--depth]! ^ 1]!;
    }
  }
  return depth;
}
