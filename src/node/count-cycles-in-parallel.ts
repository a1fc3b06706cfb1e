import { type TemporalGraph } from '../graph/index.js';
import {
  countCycleSlices,
  type CountCyclesOptions,
  type CycleCount,
  type CycleGraph,
  type CycleSlices,
  planCycleCount,
} from '../trace/index.js';
import { withCrew } from './work-crew.js';

/** Few enough for threads to end at about the same time, enough for them not to start anew too often. */
const SLICES_PER_TASK = 8;

/** Who counts; see {@link countCyclesInParallel}. */
export interface ParallelOptions {
  /** Threads. 1 = this one alone. Default 1. */
  readonly workers?: number;
}

/**
 * {@link countTemporalCycles} with several threads, each counting one stretch of the ledger after another over the same
 * memory. The result is the same for every number of threads. They pay from about a second of counting on: starting two
 * takes some 70 ms.
 *
 * @throws what {@link countTemporalCycles} throws
 */
export async function countCyclesInParallel(
  graph: TemporalGraph,
  options: CountCyclesOptions,
  { workers = 1 }: ParallelOptions = {},
): Promise<CycleCount> {
  const { slices, sum } = planCycleCount(graph, options);
  if (workers <= 1) return sum(countCycleSlices(slices));
  const shared = { ...slices, graph: onSharedMemory(slices.graph) };
  const tasks: CycleSlices[] = [];
  for (let at = 0; at + 1 < slices.bounds.length; at += SLICES_PER_TASK) {
    tasks.push({ ...shared, bounds: slices.bounds.slice(at, at + SLICES_PER_TASK + 1) });
  }
  return withCrew(workers, async (crew) => sum((await crew.map('count-cycles', tasks)).flat()));
}

/** The same graph with its columns where every thread can read them. */
function onSharedMemory(graph: CycleGraph): CycleGraph {
  const shared = Object.entries(graph).map(([name, column]: [string, number | Int32Array]) => {
    if (typeof column === 'number') return [name, column];
    const copy = new Int32Array(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return [name, copy];
  });
  return Object.fromEntries(shared) as CycleGraph;
}
