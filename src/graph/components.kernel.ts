/**
 * Weak components by union-find: fills `label` (length nodes) with the smallest node of each node's component. Edges are
 * positions first .. end - 1 of `source` and `target`. Roots only ever point to smaller nodes, so one ascending pass
 * flattens the forest. Near-linear, no allocation.
 */
export function weakLabelsInto(
  label: Int32Array,
  source: Int32Array,
  target: Int32Array,
  first: number,
  end: number,
): void {
  for (let node = 0; node < label.length; node++) label[node] = node;
  for (let edge = first; edge < end; edge++) {
    let a = source[edge]!;
    let b = target[edge]!;
    // Climb both sides at once, halving paths, until they meet or one root is hung below the other.
    while (label[a] !== label[b]) {
      const upA = label[a]!;
      const upB = label[b]!;
      if (upA > upB) {
        if (a === upA) {
          label[a] = upB;
          break;
        }
        label[a] = label[upA]!;
        a = upA;
      } else {
        if (b === upB) {
          label[b] = upA;
          break;
        }
        label[b] = label[upB]!;
        b = upB;
      }
    }
  }
  for (let node = 0; node < label.length; node++) label[node] = label[label[node]!]!;
}

/**
 * Strong components by Tarjan's depth-first search with explicit stacks: fills `label` (length nodes) with the component
 * of each node, in the order in which components close. Node v has the out-neighbours target[starts[v] .. starts[v + 1]).
 * O(nodes + edges) time, 16 bytes a node of scratch, no recursion.
 *
 * R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972.
 *
 * @returns the number of components
 */
export function strongLabelsInto(label: Int32Array, starts: Int32Array, target: Int32Array): number {
  const nodes = label.length;
  // 0 = not seen; otherwise 1 + discovery index, lowered to the least index reachable while the node is open.
  const low = new Int32Array(nodes);
  const cursor = starts.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  const closed = 0x7fff_ffff;
  let discovered = 0;
  let openTop = 0;
  let components = 0;
  for (let root = 0; root < nodes; root++) {
    if (low[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    low[root] = ++discovered;
    // While a node is open, `label` holds its discovery index.
    label[root] = discovered;
    while (depth >= 0) {
      const node = path[depth]!;
      const end = starts[node + 1]!;
      let at = cursor[node]!;
      let least = low[node]!;
      let next = -1;
      while (at < end) {
        const neighbour = target[at++]!;
        const seen = low[neighbour]!;
        if (seen === 0) {
          next = neighbour;
          break;
        }
        if (seen < least) least = seen;
      }
      cursor[node] = at;
      low[node] = least;
      if (next >= 0) {
        low[next] = ++discovered;
        label[next] = discovered;
        path[++depth] = next;
        continue;
      }
      depth--;
      if (least === label[node]) {
        // The node is the first of its component; everything opened after it belongs to it.
        low[node] = closed;
        const own = label[node];
        label[node] = components;
        while (openTop > 0 && label[open[openTop - 1]!]! > own) {
          const member = open[--openTop]!;
          low[member] = closed;
          label[member] = components;
        }
        components++;
      } else {
        open[openTop++] = node;
      }
      if (depth >= 0 && least < low[path[depth]!]! && low[node] !== closed) low[path[depth]!] = least;
    }
  }
  return components;
}

/**
 * Renumbers labels 0 .. nodes - 1 in place by the smallest node that carries them; `renumbered` is scratch of the same
 * length. Returns the number of distinct labels.
 */
export function renumberByFirst(label: Int32Array, renumbered: Int32Array): number {
  renumbered.fill(-1);
  let count = 0;
  for (let node = 0; node < label.length; node++) {
    const old = label[node]!;
    if (renumbered[old] === -1) renumbered[old] = count++;
    label[node] = renumbered[old]!;
  }
  return count;
}
