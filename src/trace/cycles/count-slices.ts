import { type CycleGraph } from './cycle-graph.js';
import { RootCounter } from './root-counter.js';

/**
 * Stretches of first transfers whose cycles are counted by themselves. Everything in it can cross to another thread; the
 * graph's columns may lie on shared memory.
 */
export interface CycleSlices {
  readonly graph: CycleGraph;
  readonly maxLength: number;
  /** Ascending; the first transfers of slice i are the edges bounds[i] .. bounds[i + 1] - 1. Cycles may reach beyond. */
  readonly bounds: readonly number[];
  /** Steps for each slice. */
  readonly maxVisits: number;
  readonly maxVisitsPerRoot: number;
}

/** The cycles of one slice. */
export interface CycleSliceCount {
  /** Lengths that occur, ascending, each with its number of cycles. */
  readonly byLength: readonly (readonly [length: number, cycles: bigint])[];
  readonly visits: number;
  /** First transfers not all of whose cycles are counted: because of the limit per root, or of that for the slice. */
  readonly cutByRootLimit: number;
  readonly cutBySliceLimit: number;
}

/** Counts the cycles of each slice, `before` each of which its number is told. What a slice gives depends on nothing but itself. */
export function countCycleSlices(
  { graph, maxLength, bounds, ...limits }: CycleSlices,
  before: (slice: number) => void = () => undefined,
): CycleSliceCount[] {
  const counter = new RootCounter(graph, maxLength);
  return bounds.slice(1).map((to, i) => {
    before(i);
    return countSlice(counter, bounds[i]!, to, limits);
  });
}

function countSlice(
  counter: RootCounter,
  from: number,
  to: number,
  { maxVisits, maxVisitsPerRoot }: Pick<CycleSlices, 'maxVisits' | 'maxVisitsPerRoot'>,
): CycleSliceCount {
  counter.reset();
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
