import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import {
  buildTemporalGraph,
  counterpartyCounts,
  projectAccounts,
  strongComponents,
  type TemporalGraph,
  weakComponents,
} from '../src/graph/index.js';
import { type Ledger } from '../src/ledger/index.js';
import { scaleFreeLedger, sizesOf } from './data/scale-free-ledger.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

/** graphology needs about a kilobyte a transfer and a minute at 5m. */
const PEER_LIMIT = 1_000_000;
const PEER = 'graphology 0.26.0';

export const benchmark: Benchmark = {
  title: 'Graph: index, components, projection',
  cases: (words) => sizesOf(words).flatMap(({ name, transfers }) => casesOf(name, transfers)),
};

function casesOf(name: string, transfers: number): BenchmarkCase[] {
  const ledger = (): Ledger => scaleFreeLedger(transfers);
  const graph = (): TemporalGraph => buildTemporalGraph(ledger());
  const items = transfers;
  const cases = [
    benchmarkCase({
      id: `index-${name}`,
      task: `index both ways, ${name}`,
      who: 'ours',
      items,
      repeats: 5,
      prepare: ledger,
      run: (given: Ledger) => buildTemporalGraph(given),
      report: (result) => ({ transfers: result.transferCount, accounts: result.accountCount }),
    }),
    benchmarkCase({
      id: `weak-${name}`,
      task: `weak components, ${name}`,
      who: 'ours',
      items,
      repeats: 5,
      ...(name === '5m' && { budget: '100 ms' }),
      prepare: graph,
      run: (given: TemporalGraph) => weakComponents(given),
      report: (result) => ({ components: result.count }),
    }),
    benchmarkCase({
      id: `strong-${name}`,
      task: `strong components, ${name}`,
      who: 'ours',
      items,
      repeats: 5,
      ...(name === '5m' && { budget: '500 ms' }),
      prepare: graph,
      run: (given: TemporalGraph) => strongComponents(given),
      report: (result) => ({ components: result.count }),
    }),
    benchmarkCase({
      id: `counterparties-${name}`,
      task: `distinct counterparties, ${name}`,
      who: 'ours',
      items,
      prepare: graph,
      run: (given: TemporalGraph) => counterpartyCounts(given),
      report: (result) => ({ largest: result.reduce((most, count) => Math.max(most, count), 0) }),
    }),
    benchmarkCase({
      id: `projection-count-${name}`,
      task: `simple projection by count, ${name}`,
      who: 'ours',
      items,
      prepare: graph,
      run: (given: TemporalGraph) => projectAccounts(given),
      report: (result) => ({ pairs: result.source.length }),
    }),
    benchmarkCase({
      id: `projection-share-${name}`,
      task: `simple projection by amount share, ${name}`,
      who: 'ours',
      items,
      prepare: graph,
      run: (given: TemporalGraph) => projectAccounts(given, { weight: 'amount-share' }),
      report: (result) => ({ pairs: result.source.length }),
    }),
  ];
  if (transfers > PEER_LIMIT) return cases;
  const peers = [
    benchmarkCase({
      id: `index-graphology-${name}`,
      task: `index both ways, ${name}`,
      who: PEER,
      items,
      warmups: 0,
      repeats: 1,
      note: 'MultiDirectedGraph with generated keys, one numeric attribute an edge; run once',
      prepare: ledger,
      run: multigraphOf,
      report: (result) => ({ edges: result.size }),
    }),
    benchmarkCase({
      id: `projection-graphology-${name}`,
      task: `simple projection by count, ${name}`,
      who: PEER,
      items,
      warmups: 0,
      repeats: 1,
      note: 'UndirectedGraph filled with updateEdge from the same columns; run once',
      prepare: ledger,
      run: simpleGraphOf,
      report: (result) => ({ pairs: result.size }),
    }),
  ];
  return [...cases, ...peers].sort((a, b) => order(cases, a) - order(cases, b));
}

/** Peers right after ours of the same task. */
function order(cases: readonly BenchmarkCase[], given: BenchmarkCase): number {
  return cases.findIndex(({ task }) => task === given.task);
}

function multigraphOf(ledger: Ledger): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let account = 0; account < ledger.accounts.size; account++) graph.addNode(`n${account}`);
  const { payer, beneficiary, timeMs } = ledger.columns;
  for (let row = 0; row < ledger.rowCount; row++) {
    const attributes = { timeMs: timeMs[row] };
    graph.addDirectedEdgeWithKey(`e${row}`, `n${payer[row]!}`, `n${beneficiary[row]!}`, attributes);
  }
  return graph;
}

function simpleGraphOf(ledger: Ledger): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let account = 0; account < ledger.accounts.size; account++) graph.addNode(`n${account}`);
  const { payer, beneficiary } = ledger.columns;
  for (let row = 0; row < ledger.rowCount; row++) {
    if (payer[row] === beneficiary[row]) continue;
    graph.updateUndirectedEdge(`n${payer[row]!}`, `n${beneficiary[row]!}`, (attributes) => ({
      weight: Number(attributes['weight'] ?? 0) + 1,
    }));
  }
  return graph;
}
