import { MultiDirectedGraph } from 'graphology';
import { HOUR_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { findPaths, reachableFrom, reachCounts, type ReachOptions } from '../../src/trace/index.js';
import { MinHeap } from '../../src/structures/index.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { scaleFreeLedger } from '../data/scale-free-ledger.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { busiestAccounts } from './busiest-accounts.js';

const HORIZON = 72 * HOUR_MS;
const SOURCES = 1000;
const GRAPHOLOGY = 'graphology 0.26.0, handwritten traversal';
const OBJECTS = 'plain objects, handwritten traversal';

/** Reach and paths: one account, many transfers, two accounts; peers and the floor of the memory beside them. */
export function reachCases(): BenchmarkCase[] {
  return [
    ...fromOneAccount(),
    ...fromManyTransfers('1m', 1_000_000),
    ...fromManyTransfers('5m', 5_000_000),
    ...paths(),
  ];
}

function fromOneAccount(): BenchmarkCase[] {
  const task = `reach from the busiest account, ${g1mName()}`;
  const items = 990_562;
  const ours = (id: string, who: string, options: ReachOptions, budget?: string): BenchmarkCase =>
    benchmarkCase({
      id: `reach-${id}`,
      task,
      who,
      items,
      warmups: 10,
      repeats: 15,
      ...(budget !== undefined && { budget }),
      prepare: () => withBusiest(loadG1M(), 1),
      run: ({ graph, accounts }) => reachableFrom(graph, { accounts }, options),
      report: ({ accounts }) => ({ reached: accounts.length }),
    });
  return [
    ours('scan', 'ours, scan', { form: 'scan', ties: 'strict' }, '100M transfers/s'),
    benchmarkCase({
      id: 'reach-floor',
      task,
      who: 'floor: add up the same two columns',
      items,
      warmups: 10,
      repeats: 15,
      prepare: loadG1M,
      run: addUp,
    }),
    ours('ties', 'ours, ties allowed', { form: 'scan', ties: 'same-instant-allowed' }),
    ours('wait', 'ours, wait at most 72 h', { ties: 'strict', maxWait: HORIZON }),
    ours('hops', 'ours, at most 4 hops', { ties: 'strict', maxHops: 4 }),
    benchmarkCase({
      id: 'reach-graphology',
      task,
      who: GRAPHOLOGY,
      items,
      warmups: 1,
      repeats: 3,
      note: 'each account left once, in the order of arrival; building the graph is not timed',
      prepare: () => {
        const { graph, accounts } = withBusiest(loadG1M(), 1);
        return { multigraph: multigraphOf(graph), source: accounts[0]! };
      },
      run: ({ multigraph, source }) => graphologyReach(multigraph, String(source), -Infinity, Infinity),
      report: (reached) => ({ reached }),
    }),
    benchmarkCase({
      id: 'reach-objects',
      task,
      who: OBJECTS,
      items,
      warmups: 1,
      repeats: 3,
      note: 'Map of account to a list of { to, timeMs }, traversed likewise; building it is not timed',
      prepare: () => {
        const { graph, accounts } = withBusiest(loadG1M(), 1);
        return { payments: paymentsOf(graph), source: accounts[0]! };
      },
      run: ({ payments, source }) => objectReach(payments, String(source), -Infinity, Infinity),
      report: (reached) => ({ reached }),
    }),
  ];
}

function fromManyTransfers(name: string, transfers: number): BenchmarkCase[] {
  const task = `reach from ${SOURCES} transfers within 72 h, ${name}`;
  const graph = (): TemporalGraph => buildTemporalGraph(scaleFreeLedger(transfers));
  const report = (reached: number): Record<string, number> => ({ reached });
  const cases = [
    benchmarkCase({
      id: `reach-many-${name}`,
      task,
      who: 'ours',
      items: SOURCES,
      repeats: 5,
      ...(name === '5m' && { budget: '400 ms' }),
      note: 'one count a transfer; reached: sum of the counts',
      prepare: graph,
      run: (given: TemporalGraph) => total(reachCounts(given, spread(given), { horizon: HORIZON, ties: 'strict' })),
      report,
    }),
    benchmarkCase({
      id: `reach-many-objects-${name}`,
      task,
      who: OBJECTS,
      items: SOURCES,
      warmups: 0,
      repeats: 1,
      prepare: () => {
        const given = graph();
        return { given, payments: paymentsOf(given) };
      },
      run: ({ given, payments }) =>
        sumOver(given, (account, timeMs) => objectReach(payments, account, timeMs, timeMs + HORIZON)),
      report,
    }),
  ];
  if (name !== '1m') return cases;
  return [
    ...cases,
    benchmarkCase({
      id: `reach-many-graphology-${name}`,
      task,
      who: GRAPHOLOGY,
      items: SOURCES,
      warmups: 0,
      repeats: 1,
      prepare: () => {
        const given = graph();
        return { given, multigraph: multigraphOf(given) };
      },
      run: ({ given, multigraph }) =>
        sumOver(given, (account, timeMs) => graphologyReach(multigraph, account, timeMs, timeMs + HORIZON)),
      report,
    }),
  ];
}

function paths(): BenchmarkCase[] {
  return (['earliest', 'fewest-hops', 'largest-bottleneck'] as const).map((order) =>
    benchmarkCase({
      id: `paths-${order}`,
      task: `ten best paths between the two busiest accounts by ${order}, ${g1mName()}`,
      who: 'ours',
      items: 990_562,
      repeats: 5,
      prepare: () => withBusiest(loadG1M(), 2),
      run: ({ graph, accounts: [from, to] }) =>
        findPaths(graph, { from: [from!], to: [to!] }, { order, ties: 'strict' }),
      report: ({ items, stoppedBy }) => ({ paths: items.length, stoppedBy: stoppedBy ?? 'complete' }),
    }),
  );
}

function withBusiest(graph: TemporalGraph, count: number): { graph: TemporalGraph; accounts: number[] } {
  return { graph, accounts: busiestAccounts(graph, graph.out, count) };
}

/** Rows evenly over the ledger. */
function spread({ transferCount }: TemporalGraph): number[] {
  return Array.from({ length: SOURCES }, (_, i) => Math.floor(((i + 0.5) * transferCount) / SOURCES));
}

function addUp({ payer, beneficiary }: TemporalGraph): number {
  let sum = 0;
  for (let row = 0; row < payer.length; row++) sum = (sum + payer[row]! + beneficiary[row]!) | 0;
  return sum;
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function sumOver(graph: TemporalGraph, reachOf: (account: string, timeMs: number) => number): number {
  const { timeMs } = graph.ledger.columns;
  const sizes = spread(graph).map((row) => reachOf(String(graph.beneficiary[row]!), timeMs[row]!));
  return sizes.reduce((sum, size) => sum + size, 0);
}

interface Payment {
  readonly to: string;
  readonly timeMs: number;
}

function paymentsOf(graph: TemporalGraph): Map<string, Payment[]> {
  const payments = new Map<string, Payment[]>();
  for (let row = 0; row < graph.transferCount; row++) {
    const from = String(graph.payer[row]!);
    const payment = { to: String(graph.beneficiary[row]!), timeMs: graph.ledger.columns.timeMs[row]! };
    const list = payments.get(from);
    if (list === undefined) payments.set(from, [payment]);
    else list.push(payment);
  }
  return payments;
}

/** Accounts reached from one that is paid at a time, itself included: each is left once, in the order of arrival. */
function objectReach(payments: Map<string, Payment[]>, source: string, startMs: number, endMs: number): number {
  return inOrderOfArrival(source, startMs, endMs, (account, visit) => {
    for (const { to, timeMs } of payments.get(account) ?? []) visit(to, timeMs);
  });
}

function graphologyReach(multigraph: MultiDirectedGraph, source: string, startMs: number, endMs: number): number {
  return inOrderOfArrival(source, startMs, endMs, (account, visit) => {
    multigraph.forEachOutboundEdge(account, (_edge, attributes, _from, to) => {
      visit(to, attributes['timeMs'] as number);
    });
  });
}

function inOrderOfArrival(
  source: string,
  startMs: number,
  endMs: number,
  forEachPayment: (account: string, visit: (to: string, timeMs: number) => void) => void,
): number {
  const arrival = new Map([[source, startMs]]);
  const left = new Set<string>();
  const queue = new MinHeap();
  queue.push(startMs, Number(source));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const account = String(next);
    if (left.has(account)) continue;
    left.add(account);
    const arrived = arrival.get(account)!;
    forEachPayment(account, (to, timeMs) => {
      if (timeMs <= arrived || timeMs > endMs || timeMs >= (arrival.get(to) ?? Infinity)) return;
      arrival.set(to, timeMs);
      queue.push(timeMs, Number(to));
    });
  }
  return arrival.size;
}

function multigraphOf(graph: TemporalGraph): MultiDirectedGraph {
  const multigraph = new MultiDirectedGraph();
  for (let account = 0; account < graph.accountCount; account++) multigraph.addNode(String(account));
  for (let row = 0; row < graph.transferCount; row++) {
    const attributes = { timeMs: graph.ledger.columns.timeMs[row]! };
    multigraph.addDirectedEdge(String(graph.payer[row]!), String(graph.beneficiary[row]!), attributes);
  }
  return multigraph;
}
