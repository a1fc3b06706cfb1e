import { HOUR_MS } from '../../src/foundation/index.js';
import { type TemporalGraph } from '../../src/graph/index.js';
import { reachableFrom } from '../../src/trace/index.js';
import { countTemporalCycles } from '../../src/trace/cycles/count-temporal-cycles.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { type Allocation, describeAllocation, measureAllocation } from './allocation.js';
import { busiestAccounts } from './busiest-accounts.js';

/**
 * What runs leave on the heap, once compiled. That objects do not grow with transfers, walks or cycles shows by running
 * over more of them: the whole ledger and all hours against little of it.
 */
export function memoryCases(): readonly BenchmarkCase[] {
  const reach = ['scan', 'index'] as const;
  const hours = [2, 6, 12];
  return [
    ...reach.map((form) =>
      memoryCase(`memory-reach-${form}`, `heap of a reach by ${form}`, (graph) => {
        const [source] = busiestAccounts(graph, graph.out, 1);
        return (): string => `${reachableFrom(graph, { accounts: [source!] }, { form }).accounts.length} accounts`;
      }),
    ),
    ...hours.map((window) =>
      memoryCase(`memory-cycles-${window}h`, `heap of counting cycles within ${window} h`, (graph) => () => {
        const { total, visits } = countTemporalCycles(graph, { window: window * HOUR_MS });
        return `${total.toLocaleString('en-US')} cycles, ${visits.toLocaleString('en-US')} steps`;
      }),
    ),
  ];
}

function memoryCase(id: string, task: string, prepareRun: (graph: TemporalGraph) => () => string): BenchmarkCase {
  return benchmarkCase({
    id,
    task: `${task}, ${g1mName()}`,
    who: 'ours',
    warmups: 3,
    repeats: 3,
    prepare: () => prepareRun(loadG1M()),
    run: (search) => measureAllocation(search),
    report: (allocation: Allocation<string>) => ({ found: allocation.result, ...describeAllocation(allocation) }),
  });
}
