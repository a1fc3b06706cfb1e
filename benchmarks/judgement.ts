import { measureFlow } from '../src/features/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../src/graph/index.js';
import { findConvergences, judge } from '../src/judgement/index.js';
import { simulateWorld } from '../src/simulation/index.js';
import { sizesOf } from './data/scale-free-ledger.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

/** Of the whole judgement, by size. */
const BUDGETS = new Map([
  ['1m', '4 s'],
  ['5m', '20 s'],
]);

/** A world of the simulator with its networks, indexed. */
function worldGraph(transfers: number): TemporalGraph {
  return buildTemporalGraph(simulateWorld({ seed: 1, transfers }).toLedger().ledger);
}

export const benchmark: Benchmark = {
  title: 'Judgement: exceptional money, convergence, signs',
  cases: (words) =>
    sizesOf(words.length === 0 ? ['1m', '5m'] : words).flatMap(({ name, transfers }) => [
      convergenceCase(name, transfers),
      wholeCase(name, transfers),
    ]),
};

function convergenceCase(name: string, transfers: number): BenchmarkCase {
  return benchmarkCase({
    id: `convergence-${name}`,
    task: `tag, marked flow and convergence, ${transfers.toLocaleString('en-US')} transfers`,
    who: 'illicit-flows',
    items: transfers,
    repeats: 3,
    ...(name === '5m' && { budget: '5 s' }),
    note: 'relations, exceptional payments, marked flow and convergences of a ledger that is indexed already',
    prepare: () => worldGraph(transfers),
    run: (graph: TemporalGraph) => {
      const start = performance.now();
      const features = measureFlow(graph);
      const measured = performance.now();
      const { convergences } = findConvergences(features);
      return { features, convergences, flowMs: measured - start, convergenceMs: performance.now() - measured };
    },
    report: ({ features, convergences, flowMs, convergenceMs }) => ({
      accounts: features.graph.accountCount,
      relations: features.relations.count,
      'exceptional share': features.exceptional.share,
      leads: convergences.filter(({ verdict }) => verdict === 'lead').length,
      'set aside': convergences.filter(({ verdict }) => verdict === 'setAside').length,
      'below chance': convergences.filter(({ verdict }) => verdict === 'belowChance').length,
      'flow, ms': Math.round(flowMs),
      'convergence, ms': Math.round(convergenceMs),
    }),
  });
}

function wholeCase(name: string, transfers: number): BenchmarkCase {
  return benchmarkCase({
    id: `judge-${name}`,
    task: `all signs, both passes, convergence and groups, ${transfers.toLocaleString('en-US')} transfers`,
    who: 'illicit-flows',
    items: transfers,
    repeats: 2,
    ...(BUDGETS.has(name) && { budget: BUDGETS.get(name)! }),
    prepare: () => worldGraph(transfers),
    run: (graph: TemporalGraph) => judge(graph),
    report: ({ leads, employers, convergences }) => ({
      leads: leads.length,
      strong: leads.filter(({ band }) => band === 'strong').length,
      employers: employers.length,
      convergences: convergences.convergences.length,
    }),
  });
}
