/** A node without which its part of a graph falls into several. */
export interface CutPoint {
  readonly node: number;
  /** Nodes of each part that would be left, largest first; at least two. */
  readonly sizes: readonly number[];
}

/** An edge without which its part of a graph falls into two. */
export interface CutEdge {
  readonly ends: readonly [low: number, high: number];
  /** Nodes on the side of each end. */
  readonly sizes: readonly [number, number];
}

/** What holds a graph together. */
export interface Cuts {
  /** Connected parts, nodes without an edge included. */
  readonly parts: number;
  /** Ascending by node. */
  readonly points: readonly CutPoint[];
  /** Ascending by ends. */
  readonly edges: readonly CutEdge[];
}

/** A step of the walk: where it stands, where it came from, which neighbour comes next, and what hangs below. */
interface Step {
  readonly node: number;
  readonly parent: number;
  next: number;
  size: number;
  readonly hanging: number[];
}

/**
 * Articulation points and bridges of a simple undirected graph, by one walk in depth (Hopcroft and Tarjan 1973, CACM 16(6),
 * Algorithm 447): a node cuts off the part below a child that no edge from there leads above it. Written without recursion.
 * O(nodes + edges), apart from sorting the answer.
 *
 * @param neighbours - Of each node: others, each once, in both directions
 */
export function findCuts(neighbours: readonly (readonly number[])[]): Cuts {
  const found = new Int32Array(neighbours.length).fill(-1);
  const low = new Int32Array(neighbours.length);
  const points: CutPoint[] = [];
  const edges: CutEdge[] = [];
  let [clock, parts] = [0, 0];
  for (let root = 0; root < neighbours.length; root++) {
    if (found[root] !== -1) continue;
    parts++;
    const [closed, open] = [[] as Step[], [] as Step[]];
    const bridges: { readonly parent: number; readonly child: number; readonly size: number }[] = [];
    const enter = (node: number, parent: number): void => {
      found[node] = low[node] = clock++;
      open.push({ node, parent, next: 0, size: 1, hanging: [] });
    };
    enter(root, -1);
    for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
      const { node, parent } = step;
      const other = neighbours[node]![step.next++];
      if (other !== undefined) {
        if (found[other] === -1) enter(other, node);
        else if (other !== parent) low[node] = Math.min(low[node]!, found[other]!);
        continue;
      }
      closed.push(open.pop()!);
      const above = open.at(-1);
      if (above === undefined) break;
      above.size += step.size;
      low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node]! >= found[parent]!) above.hanging.push(step.size);
      if (low[node]! > found[parent]!) bridges.push({ parent, child: node, size: step.size });
    }
    const whole = closed.at(-1)!.size;
    for (const step of closed) for (const one of cutPoint(step, whole)) points.push(one);
    for (const bridge of bridges) edges.push(cutEdge(bridge, whole));
  }
  points.sort((a, b) => a.node - b.node);
  edges.sort((a, b) => a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1]);
  return { parts, points, edges };
}

function cutPoint({ node, parent, hanging }: Step, whole: number): CutPoint[] {
  const above = whole - 1 - hanging.reduce((sum, size) => sum + size, 0);
  const sizes = [...hanging, ...(parent === -1 ? [] : [above])];
  return sizes.length < 2 ? [] : [{ node, sizes: sizes.sort((a, b) => b - a) }];
}

function cutEdge({ parent, child, size }: { parent: number; child: number; size: number }, whole: number): CutEdge {
  return parent < child
    ? { ends: [parent, child], sizes: [whole - size, size] }
    : { ends: [child, parent], sizes: [size, whole - size] };
}
