import { type TemporalGraph } from '../../src/graph/index.js';
import { reachableFrom } from '../../src/trace/index.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { describeAllocation, measureAllocation } from './allocation.js';
import { busiestAccounts } from './busiest-accounts.js';

interface Question {
  readonly graph: TemporalGraph;
  readonly source: number;
}

/** What a reach leaves on the heap, once compiled; the FIFO kernel and the cycles show theirs among their own cases. */
export function memoryCases(): readonly BenchmarkCase[] {
  return (['scan', 'index'] as const).map((form) =>
    benchmarkCase({
      id: `memory-reach-${form}`,
      task: `heap of a reach by ${form} from the busiest payer, ${g1mName()}`,
      who: 'ours',
      warmups: 3,
      prepare: (): Question => {
        const graph = loadG1M();
        return { graph, source: busiestAccounts(graph, graph.out, 1)[0]! };
      },
      run: ({ graph, source }: Question) =>
        measureAllocation(() => reachableFrom(graph, { accounts: [source] }, { form }).accounts.length),
      report: (allocation) => ({ 'accounts reached': allocation.result, ...describeAllocation(allocation) }),
    }),
  );
}
