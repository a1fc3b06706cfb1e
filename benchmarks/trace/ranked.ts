import { type TemporalGraph } from '../../src/graph/index.js';
import { rankTrace, reserveTrace } from '../../src/trace/index.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { busiestAccounts } from './busiest-accounts.js';

interface Question {
  readonly graph: TemporalGraph;
  readonly source: number;
}

/** Ranked tracing from a busy and from an ordinary account. */
export function rankedCases(): readonly BenchmarkCase[] {
  const from = (place: number) => (): Question => {
    const graph = loadG1M();
    return { graph, source: busiestAccounts(graph, graph.out, place + 1)[place]! };
  };
  const busiest = from(0);
  const median = from(50_000);
  const ranked = [
    { id: 'rank-busiest', who: 'the busiest payer', prepare: busiest, epsilon: 1e-3 },
    { id: 'rank-median', who: 'a payer of median size', prepare: median, epsilon: 1e-3 },
    { id: 'rank-median-fine', who: 'a payer of median size', prepare: median, epsilon: 1e-5 },
  ];
  const reserves = [
    { id: 'reserve-0', reserve: '0' },
    { id: 'reserve-0.1', reserve: '0.1' },
  ];
  return [
    ...ranked.map(({ id, who, prepare, epsilon }) =>
      benchmarkCase({
        id,
        task: `ranked tracing to ${epsilon}, from ${who} of ${g1mName()}`,
        who: 'ours',
        repeats: 5,
        prepare,
        run: ({ graph, source }: Question) => rankTrace(graph, [source], { epsilon }),
        report: ({ items, residual }) => ({ accounts: items.length, 'mass left': residual }),
      }),
    ),
    ...reserves.map(({ id, reserve }) =>
      benchmarkCase({
        id,
        task: `reserve rule ${reserve}, from the busiest payer of ${g1mName()}`,
        who: 'ours',
        prepare: busiest,
        run: ({ graph, source }: Question) => reserveTrace(graph, [source], { reserve }),
        report: ({ steps, ends }) => ({ steps: steps.length, ends: ends.length }),
      }),
    ),
  ];
}
