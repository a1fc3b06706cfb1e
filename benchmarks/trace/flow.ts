import { DAY_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { type FlowEnds, greedyTemporalFlow, maxTemporalFlow } from '../../src/trace/index.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { scaleFreeLedger } from '../data/scale-free-ledger.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { busiestAccounts } from './busiest-accounts.js';
import { edmondsKarp } from './edmonds-karp.js';

interface Question {
  readonly graph: TemporalGraph;
  readonly ends: FlowEnds;
}

/** Maximum flow from the ten busiest payers to the ten busiest receivers among the others. */
export function flowCases(): readonly BenchmarkCase[] {
  const small = (): Question => askBusiest(buildTemporalGraph(scaleFreeLedger(10_000)), 10);
  const large = (): Question => askBusiest(loadG1M(), 10);
  const week = { startMs: 0, endMs: 7 * DAY_MS };
  const smallTask = 'maximum flow, 10 to 10 accounts, 10k transfers';
  return [
    benchmarkCase({
      id: 'flow-10k',
      task: smallTask,
      who: 'ours',
      items: 10_000,
      repeats: 9,
      warmups: 3,
      note: 'value, smallest cut and timed paths',
      prepare: small,
      run: ({ graph, ends }: Question) => maxTemporalFlow(graph, ends),
      report: ({ value, cut, paths }) => ({
        minor: String(value.minor),
        cut: cut?.length ?? NaN,
        paths: paths.items.length,
      }),
    }),
    benchmarkCase({
      id: 'flow-10k-graphology',
      task: smallTask,
      who: 'Edmonds-Karp on graphology 0.26.0',
      items: 10_000,
      warmups: 0,
      repeats: 1,
      note: 'value only, on the same network with one node per account and time; run once',
      prepare: small,
      run: ({ graph, ends }: Question) => edmondsKarp(graph, ends),
      report: (value) => ({ minor: value }),
    }),
    benchmarkCase({
      id: 'flow-greedy-10k',
      task: 'greedy flow, 10 to 10 accounts, 10k transfers',
      who: 'ours',
      items: 10_000,
      repeats: 9,
      warmups: 3,
      prepare: small,
      run: ({ graph, ends }: Question) => greedyTemporalFlow(graph, ends),
      report: ({ value }) => ({ minor: String(value.minor) }),
    }),
    benchmarkCase({
      id: 'flow-10k-two-days',
      task: 'maximum flow, money moves on within 2 days, 10k transfers',
      who: 'ours',
      items: 10_000,
      repeats: 9,
      warmups: 3,
      prepare: small,
      run: ({ graph, ends }: Question) => maxTemporalFlow(graph, ends, { maxWait: 2 * DAY_MS }),
      report: ({ value }) => ({ minor: String(value.minor) }),
    }),
    benchmarkCase({
      id: 'flow-week',
      task: `maximum flow, 10 to 10 accounts, first week of ${g1mName()}`,
      who: 'ours',
      prepare: large,
      run: ({ graph, ends }: Question) => maxTemporalFlow(graph, ends, { period: week }),
      report: ({ value, cut }) => ({ minor: String(value.minor), cut: cut?.length ?? NaN }),
    }),
    benchmarkCase({
      id: 'flow-all',
      task: `maximum flow, 10 to 10 accounts, all of ${g1mName()}`,
      who: 'ours',
      prepare: large,
      run: ({ graph, ends }: Question) => maxTemporalFlow(graph, ends),
      report: ({ value, cut }) => ({ minor: String(value.minor), cut: cut?.length ?? NaN }),
    }),
  ];
}

/** The accounts with the most transfers out, and of the others those with the most transfers in. */
function askBusiest(graph: TemporalGraph, count: number): Question {
  const sources = busiestAccounts(graph, graph.out, count);
  const targets = busiestAccounts(graph, graph.in, 2 * count).filter((account) => !sources.includes(account));
  return { graph, ends: { sources, targets: targets.slice(0, count) } };
}
