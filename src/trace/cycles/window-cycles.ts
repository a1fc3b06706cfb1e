import { requireRange, resolveOptions } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type CycleCount } from './count-temporal-cycles.js';
import { CycleHistogram } from './cycle-histogram.js';
import { cycleGraphOf, requireCycleOptions } from './cycle-options.js';
import { CycleSearch } from './cycle-search.js';
import { CycleWalker } from './cycle-walker.js';
import { type FindCyclesOptions } from './find-temporal-cycles.js';
import { WindowSteps } from './window-steps.js';

/** As for temporal cycles, but that no order is asked for, and that maxLength is 6 by default. */
export type WindowCycleOptions = Omit<FindCyclesOptions, 'ties' | 'amounts'>;

const DEFAULTS: Required<WindowCycleOptions> = Object.freeze({
  window: NaN,
  minLength: 2,
  maxLength: 6,
  distinctTimes: false,
  filter: undefined,
  maxVisits: 300_000_000,
  maxVisitsPerRoot: 10_000_000,
  maxCycles: Infinity,
});

/**
 * Finds all simple directed cycles whose transfers lie in one window, max t - min t <= window, in any order of time, with
 * at most `maxLength` transfers; one at a time, each with its earliest transfer first (of several the smallest row).
 * Parallel transfers make their own cycles; self-transfers never take part. Such a cycle does not say that money came
 * back: the second payment may be older than the first. Called lc-cycle in Graph Feature Preprocessor, Blanusa et al.,
 * arXiv 2402.08593.
 *
 * Cost: a plain depth-first walk per first transfer; after 128 steps, a breadth-first search back from its payer rules
 * out steps from which that is too many hops away. Exponential in `maxLength`, hence the limits.
 *
 * @throws UsageError `option-range`, `unknown-option`, and what the filter throws
 */
export function findWindowCycles(graph: TemporalGraph, options: WindowCycleOptions): CycleSearch {
  return new CycleSearch(graph, walkerFor(graph, resolve(options, 'findWindowCycles')));
}

/** Counts by length what {@link findWindowCycles} finds, within the same limits. */
export function countWindowCycles(graph: TemporalGraph, options: WindowCycleOptions): CycleCount {
  const resolved = resolve(options, 'countWindowCycles');
  const walker = walkerFor(graph, resolved)();
  const histogram = new CycleHistogram();
  for (let length = walker.next(); length > 0; length = walker.next()) histogram.add(length, 1);
  const { cycles, visits, cutRoots, complete, stoppedBy } = walker.result();
  const { window } = resolved;
  return { window, total: BigInt(cycles), byLength: histogram.byLength(), visits, cutRoots, complete, stoppedBy };
}

function resolve(options: WindowCycleOptions, owner: string): Required<WindowCycleOptions> {
  const resolved = resolveOptions(DEFAULTS, options, owner);
  requireCycleOptions({ ...resolved, ties: 'strict' });
  requireRange('maxVisits', resolved.maxVisits, 1, Infinity);
  requireRange('maxVisitsPerRoot', resolved.maxVisitsPerRoot, 1, Infinity);
  requireRange('maxCycles', resolved.maxCycles, 1, Infinity);
  return resolved;
}

function walkerFor(graph: TemporalGraph, options: Required<WindowCycleOptions>): () => CycleWalker {
  const cycles = cycleGraphOf(graph, { ...options, ties: 'strict' });
  return () => new CycleWalker(new WindowSteps(cycles), graph.transferCount, options);
}
