import { MultiDirectedGraph } from 'graphology';
import { type TemporalGraph } from '../../src/graph/index.js';
import { countPlainly } from '../../src/trace/cycles/count-plainly.kernel.js';
import { layOutCycles } from '../../src/trace/cycles/cycle-graph.js';

/**
 * The same definition in typed arrays, without pruning: a plain depth-first walk from every transfer whose payer is paid
 * again within the window.
 */
export function countWithTypedWalk(graph: TemporalGraph, window: number): bigint {
  const layout = { window, ties: 'strict', admitted: undefined, blocked: undefined, distinctTimes: false } as const;
  const cycles = layOutCycles(graph, layout);
  const perNode = (): Int32Array => new Int32Array(cycles.nodeCount + 2);
  const scratch = { onPath: new Uint8Array(cycles.nodeCount), node: perNode(), cursor: perNode() };
  const counts = new Float64Array(cycles.nodeCount + 2);
  for (let root = 0; root < cycles.edgeCount; root++) {
    if (cycles.nextIn[root]! > cycles.last[root]!) continue;
    const span = { root, first: cycles.after[root]!, firstClosing: cycles.after[root]!, last: cycles.last[root]! };
    countPlainly(cycles, span, scratch, Infinity, Infinity, counts);
  }
  return BigInt(counts.reduce((total, count) => total + count, 0));
}

interface PlainEdge {
  readonly to: PlainNode;
  readonly time: number;
}

interface PlainNode {
  readonly out: PlainEdge[];
  onPath: boolean;
}

/** Nodes and edges as objects, which is how such a walk is usually written. */
export function toPlainObjects({ payer, beneficiary, accountCount, ledger }: TemporalGraph): PlainNode[] {
  const nodes = Array.from({ length: accountCount }, (): PlainNode => ({ out: [], onPath: false }));
  ledger.columns.timeMs.forEach((time, row) => {
    if (payer[row] !== beneficiary[row]) nodes[payer[row]!]!.out.push({ to: nodes[beneficiary[row]!]!, time });
  });
  return nodes;
}

/** Recursive walk over objects, from every transfer. */
export function countWithObjects(nodes: readonly PlainNode[], window: number): bigint {
  let count = 0;
  const walk = (node: PlainNode, root: PlainNode, after: number, deadline: number): void => {
    node.onPath = true;
    for (const { to, time } of node.out) {
      if (time <= after) continue;
      if (time > deadline) break;
      if (to === root) count++;
      else if (!to.onPath) walk(to, root, time, deadline);
    }
    node.onPath = false;
  };
  for (const root of nodes) {
    for (const { to, time } of root.out) walk(to, root, time, time + window);
  }
  return BigInt(count);
}

/** A multigraph of graphology with times as edge attributes. */
export function toGraphologyWithTimes({ payer, beneficiary, ledger }: TemporalGraph): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  ledger.columns.timeMs.forEach((time, row) => {
    const [from, to] = [String(payer[row]), String(beneficiary[row])];
    if (from === to) return;
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.addDirectedEdge(from, to, { time });
  });
  return graph;
}

/** Handwritten recursive traversal on graphology, from every transfer; the library has no search for temporal cycles. */
export function countWithGraphology(graph: MultiDirectedGraph, window: number): bigint {
  let count = 0;
  const onPath = new Set<string>();
  const walk = (node: string, root: string, after: number, deadline: number): void => {
    onPath.add(node);
    graph.forEachOutEdge(node, (_edge, attributes, _source, to) => {
      const time = attributes['time'] as number;
      if (time <= after || time > deadline) return;
      if (to === root) count++;
      else if (!onPath.has(to)) walk(to, root, time, deadline);
    });
    onPath.delete(node);
  };
  graph.forEachEdge((_edge, attributes, source, target) => {
    const time = attributes['time'] as number;
    walk(target, source, time, time + window);
  });
  return BigInt(count);
}
