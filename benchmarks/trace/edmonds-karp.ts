import { DirectedGraph } from 'graphology';
import { type TemporalGraph } from '../../src/graph/index.js';
import { type FlowEnds } from '../../src/trace/index.js';

/**
 * What a careful hand would write on graphology: a node for each account and time of arrival, strict ties, capacities as
 * edge attributes, shortest augmenting ways by breadth-first search. Returns the value only.
 */
export function edmondsKarp(graph: TemporalGraph, { sources, targets }: FlowEnds): number {
  const network = expand(graph, new Set(sources), new Set(targets));
  let value = 0;
  for (;;) {
    const via = shortestWay(network);
    if (!via.has('target')) return value;
    let amount = Infinity;
    const edges: string[] = [];
    for (let node = 'target'; node !== 'source';) {
      const edge = via.get(node)!;
      amount = Math.min(amount, network.getEdgeAttribute(edge, 'left') as number);
      edges.push(edge);
      node = network.source(edge);
    }
    for (const edge of edges) {
      const [from, to] = network.extremities(edge);
      network.updateEdgeAttribute(edge, 'left', (left: number) => left - amount);
      network.updateEdge(to, from, ({ left }) => ({ left: ((left as number | undefined) ?? 0) + amount }));
    }
    value += amount;
  }
}

/** For each node reached over edges with something left, the edge it was reached by. */
function shortestWay(network: DirectedGraph): Map<string, string> {
  const via = new Map<string, string>();
  const queue = ['source'];
  for (const node of queue) {
    network.forEachOutEdge(node, (edge, { left }, _source, to) => {
      if ((left as number) <= 0 || via.has(to) || to === 'source') return;
      via.set(to, edge);
      queue.push(to);
    });
    if (via.has('target')) break;
  }
  return via;
}

function expand(graph: TemporalGraph, sources: ReadonlySet<number>, targets: ReadonlySet<number>): DirectedGraph {
  const { payer, beneficiary, ledger } = graph;
  const { timeMs, amountMinor } = ledger.columns;
  const network = new DirectedGraph();
  network.addNode('source');
  network.addNode('target');
  const newest = new Map<number, string>();
  const add = (from: string, to: string, amount: number): void => {
    network.updateEdge(from, to, ({ left }) => ({ left: ((left as number | undefined) ?? 0) + amount }));
  };
  for (let start = 0, end = 0; start < graph.transferCount; start = end) {
    while (end < graph.transferCount && timeMs[end] === timeMs[start]) end++;
    const rows = Array.from({ length: end - start }, (_, i) => start + i).filter(
      (row) => payer[row] !== beneficiary[row] && !sources.has(beneficiary[row]!) && !targets.has(payer[row]!),
    );
    const from = rows.map((row) => (sources.has(payer[row]!) ? 'source' : newest.get(payer[row]!)));
    rows.forEach((row, i) => {
      const tail = from[i];
      if (tail === undefined) return;
      const account = beneficiary[row]!;
      if (targets.has(account)) {
        add(tail, 'target', amountMinor[row]!);
        return;
      }
      const node = `${account}@${timeMs[row]!}`;
      const before = newest.get(account);
      if (!network.hasNode(node)) {
        network.addNode(node);
        if (before !== undefined) add(before, node, Infinity);
        newest.set(account, node);
      }
      add(tail, node, amountMinor[row]!);
    });
  }
  return network;
}
