import { type CycleGraph } from './cycle-graph.js';
import { RootCounter } from './root-counter.js';

/**
 * A stretch of first transfers whose cycles are counted by themselves. Everything in it can cross to another thread; the
 * graph's columns may lie on shared memory.
 */
export interface CycleSlice {
  readonly graph: CycleGraph;
  readonly maxLength: number;
  /** First transfers are edges from .. to - 1; the cycles may reach beyond. */
  readonly from: number;
  readonly to: number;
  /** Steps for the whole slice. */
  readonly maxVisits: number;
  readonly maxVisitsPerRoot: number;
}

/** What {@link countCycleSlice} found. */
export interface CycleSliceCount {
  /** Lengths that occur, ascending, each with its number of cycles. */
  readonly byLength: readonly (readonly [length: number, cycles: bigint])[];
  readonly visits: number;
  /** First transfers not all of whose cycles are counted: because of the limit per root, or of that for the slice. */
  readonly cutByRootLimit: number;
  readonly cutBySliceLimit: number;
}

/** Counts the cycles of one slice. The result depends on nothing but the slice. */
export function countCycleSlice(slice: CycleSlice): CycleSliceCount {
  const { graph, maxLength, from, to, maxVisits, maxVisitsPerRoot } = slice;
  const counter = new RootCounter(graph, maxLength);
  let cutByRootLimit = 0;
  let cutBySliceLimit = 0;
  for (let root = from; root < to; root++) {
    const left = maxVisits - counter.visits;
    if (counter.count(root, Math.min(left, maxVisitsPerRoot))) continue;
    if (left < maxVisitsPerRoot) cutBySliceLimit++;
    else cutByRootLimit++;
  }
  return { byLength: counter.histogram.byLength(), visits: counter.visits, cutByRootLimit, cutBySliceLimit };
}
