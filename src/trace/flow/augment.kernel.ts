/**
 * Breadth-first distances over open arcs, -1 where there is no way: from `from` along the arcs, or with `backward` = 1
 * against them, so that distances are those to `from`. Stops as soon as `to` has one. Arcs of node v are
 * arcs[starts[v] .. starts[v + 1]), arc a runs to head[a] and may be used where open[a] is 1; a ^ 1 runs the other way.
 * `level` and `queue` have one entry per node.
 *
 * @returns whether `to` was reached. If not, exactly the nodes within reach have a level.
 */
export function levelsInto(
  starts: Int32Array,
  arcs: Int32Array,
  head: Int32Array,
  open: Uint8Array,
  backward: 0 | 1,
  from: number,
  to: number,
  level: Int32Array,
  queue: Int32Array,
): boolean {
  level.fill(-1);
  level[from] = 0;
  queue[0] = from;
  let queued = 1;
  for (let taken = 0; taken < queued; taken++) {
    const node = queue[taken]!;
    const next = level[node]! + 1;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const arc = arcs[at]!;
      if (open[arc ^ backward] === 0) continue;
      const other = head[arc]!;
      if (level[other] !== -1) continue;
      level[other] = next;
      if (other === to) return true;
      queue[queued++] = other;
    }
  }
  return false;
}

/**
 * The next way from `source` to `target` on which each open arc leads one level down, to 0. `cursor` (per node, at first a copy
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
    const next = level[node]! - 1;
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
