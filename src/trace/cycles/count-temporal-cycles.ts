import { requireRange, resolveOptions, type Watched, watchSteps } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { countCycleSlices, type CycleSliceCount, type CycleSlices } from './count-slices.js';
import { CycleHistogram } from './cycle-histogram.js';
import { cycleGraphOf, type CycleOptions, requireCycleOptions } from './cycle-options.js';

/** What {@link countTemporalCycles} counts, and how far it may go. */
export interface CountCyclesOptions extends CycleOptions {
  /**
   * Steps over all first transfers, shared out evenly over 256 stretches of the ledger, so that the answer does not depend
   * on who counts which of them. Default 1 billion: well over half a minute, and more than a million transfers of AMLworld
   * take within 24 hours; without it a few hundred accounts that all pay each other run for hours.
   */
  readonly maxVisits?: number;
  /** Steps of the walk for one first transfer. Default 100 million. */
  readonly maxVisitsPerRoot?: number;
}

/** How many temporal cycles there are. */
export interface CycleCount {
  readonly window: number;
  readonly total: bigint;
  /** Lengths that occur, ascending, each with its exact number of cycles. */
  readonly byLength: readonly (readonly [length: number, cycles: bigint])[];
  /** Steps taken. */
  readonly visits: number;
  /** First transfers not all of whose cycles are counted, because of a limit. */
  readonly cutRoots: number;
  readonly complete: boolean;
  /** The limits that were met, or undefined. */
  readonly stoppedBy: string | undefined;
}

const DEFAULTS: Required<CountCyclesOptions> = Object.freeze({
  window: NaN,
  ties: undefined,
  minLength: 2,
  maxLength: Infinity,
  distinctTimes: false,
  filter: undefined,
  maxVisits: 1_000_000_000,
  maxVisitsPerRoot: 100_000_000,
});

/** Slices of a count; more than any crew has threads, so that dense times are spread over them. */
const SLICES = 256;

/**
 * Counts all simple temporal cycles by length, without listing them: transfers e1 .. ek, each paid by the receiver of the
 * one before, closing on the payer of e1, all k accounts distinct, times increasing (not decreasing with ties allowed)
 * and t(k) - t(1) <= window. Parallel transfers make their own cycles; self-transfers never take part. A cycle is counted
 * once, with its first transfer. That a cycle exists means that money could have come back, not that it did: amounts and
 * currencies are not looked at.
 *
 * Numbers are exact at any size. Where a limit was met, cycles of `cutRoots` first transfers are missing and those of all
 * others counted: `total` is then a lower bound, the same in every run.
 *
 * Cost: per first transfer, a plain walk; if that takes more than 128 steps, a backward sweep over the window, then a walk
 * over bundles of parallel transfers, with the ends of ways counted beforehand (see `suffix-counts.kernel.ts`).
 * Exponential in the worst case, hence the limits; memory O(accounts + transfers). Definition: 2SCENT, Kumar & Calders,
 * PVLDB 11(11), 2018, doi:10.14778/3236187.3236197.
 *
 * @param watched told of each of 256 stretches of the ledger
 * @throws UsageError `option-range`, `unknown-option`, and what the filter throws; the reason of `signal`
 */
export function countTemporalCycles(
  graph: TemporalGraph,
  options: CountCyclesOptions,
  watched: Watched = {},
): CycleCount {
  const { slices, sum } = planCycleCount(graph, options);
  const step = watchSteps(watched);
  return sum(
    countCycleSlices(slices, (done) => {
      step('counting cycles', done, SLICES, 'stretches');
    }),
  );
}

/** A count taken apart: slices that can be counted in any order and anywhere, and the sum of what they give. */
export interface CycleCountPlan {
  readonly slices: CycleSlices;
  readonly sum: (counts: readonly CycleSliceCount[]) => CycleCount;
}

/** Prepares {@link countTemporalCycles}; throws what it throws. */
export function planCycleCount(graph: TemporalGraph, options: CountCyclesOptions): CycleCountPlan {
  const resolved = resolveOptions(DEFAULTS, options, 'countTemporalCycles');
  requireCycleOptions(resolved);
  requireRange('maxVisits', resolved.maxVisits, 1, Infinity);
  requireRange('maxVisitsPerRoot', resolved.maxVisitsPerRoot, 1, Infinity);
  const cycles = cycleGraphOf(graph, resolved);
  const bounds = Array.from({ length: SLICES + 1 }, (_, i) => Math.floor((cycles.edgeCount / SLICES) * i));
  const { maxLength, maxVisitsPerRoot } = resolved;
  const slices = { graph: cycles, maxLength, bounds, maxVisits: resolved.maxVisits / SLICES, maxVisitsPerRoot };
  return { slices, sum: (counts) => sumSlices(counts, resolved) };
}

function sumSlices(counts: readonly CycleSliceCount[], options: Required<CountCyclesOptions>): CycleCount {
  const histogram = new CycleHistogram();
  let visits = 0;
  let bySlice = 0;
  let byRoot = 0;
  for (const slice of counts) {
    for (const [length, cycles] of slice.byLength) if (length >= options.minLength) histogram.add(length, cycles);
    visits += slice.visits;
    bySlice += slice.cutBySliceLimit;
    byRoot += slice.cutByRootLimit;
  }
  const met: string[] = [];
  if (bySlice > 0) met.push(`maxVisits ${options.maxVisits}`);
  if (byRoot > 0) met.push(`maxVisitsPerRoot ${options.maxVisitsPerRoot}`);
  const byLength = histogram.byLength();
  return {
    window: options.window,
    total: byLength.reduce((total, [, cycles]) => total + cycles, 0n),
    byLength,
    visits,
    cutRoots: bySlice + byRoot,
    complete: met.length === 0,
    stoppedBy: met.length === 0 ? undefined : met.join(', '),
  };
}
