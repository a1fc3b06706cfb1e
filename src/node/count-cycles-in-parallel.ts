import { type Watched, watchSteps } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import {
  countCycleSlices,
  type CountCyclesOptions,
  type CycleCount,
  type CycleSlices,
  planCycleCount,
} from '../trace/index.js';
import { onSharedMemory } from './shared-memory.js';
import { unlessAborted } from './unless-aborted.js';
import { withCrew } from './work-crew.js';

/** Few enough for threads to end at about the same time, enough for them not to start anew too often. */
const SLICES_PER_TASK = 8;

/** Who counts, and who watches; see {@link countCyclesInParallel}. */
export interface ParallelOptions extends Watched {
  /** Threads. 1 = this one alone. Default 1. */
  readonly workers?: number;
}

/**
 * {@link countTemporalCycles} with several threads, each counting one stretch of the ledger after another over the same
 * memory. The result is the same for every number of threads. They pay from about a second of counting on: starting two
 * takes some 70 ms.
 *
 * Several threads leave this one free: `signal` may then be aborted by a timer, and ends them in the middle of their work.
 *
 * @throws what {@link countTemporalCycles} throws
 */
export async function countCyclesInParallel(
  graph: TemporalGraph,
  options: CountCyclesOptions,
  { workers = 1, ...watched }: ParallelOptions = {},
): Promise<CycleCount> {
  const { slices, sum } = planCycleCount(graph, options);
  const step = watchSteps(watched);
  const before = (done: number): void => {
    step('counting cycles', done, slices.bounds.length - 1, 'stretches');
  };
  if (workers <= 1) return sum(countCycleSlices(slices, before));
  const shared = { ...slices, graph: onSharedMemory(slices.graph) };
  const tasks: CycleSlices[] = [];
  for (let at = 0; at + 1 < slices.bounds.length; at += SLICES_PER_TASK) {
    tasks.push({ ...shared, bounds: slices.bounds.slice(at, at + SLICES_PER_TASK + 1) });
  }
  let done = 0;
  before(done);
  return withCrew(workers, async (crew) => {
    const counting = tasks.map(async (task) => {
      const counts = await crew.run('count-cycles', task);
      before((done += counts.length));
      return counts;
    });
    return sum((await unlessAborted(Promise.all(counting), watched.signal)).flat());
  });
}
