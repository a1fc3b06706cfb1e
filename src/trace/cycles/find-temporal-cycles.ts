import { requireRange, resolveOptions } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type AmountBand, amountsMayFollow } from './amount-band.js';
import { cycleGraphOf, type CycleOptions, requireCycleOptions } from './cycle-options.js';
import { CycleSearch } from './cycle-search.js';
import { TemporalSteps } from './cycle-steps.js';
import { CycleWalker } from './cycle-walker.js';

/** What {@link findTemporalCycles} looks for, and how far it may go. */
export interface FindCyclesOptions extends CycleOptions {
  /** How amounts may change from hop to hop, within one currency. Default: amounts and currencies are not looked at. */
  readonly amounts?: AmountBand | undefined;
  /**
   * Steps over all first transfers, backward sweeps included; half of them are shared out evenly over the ledger, so that
   * a dense week leaves something for the others. Default 300 million.
   */
  readonly maxVisits?: number;
  /** Steps for one first transfer. Default 10 million. */
  readonly maxVisitsPerRoot?: number;
  /** Cycles yielded, half of them shared out likewise. Default no limit: the caller can stop. */
  readonly maxCycles?: number;
}

const DEFAULTS: Required<FindCyclesOptions> = Object.freeze({
  window: NaN,
  ties: undefined,
  minLength: 2,
  maxLength: 12,
  distinctTimes: false,
  filter: undefined,
  amounts: undefined,
  maxVisits: 300_000_000,
  maxVisitsPerRoot: 10_000_000,
  maxCycles: Infinity,
});

/**
 * Finds all simple temporal cycles, one at a time: transfers e1 .. ek, each paid by the receiver of the one before,
 * closing on the payer of e1, all k accounts distinct, times increasing (not decreasing with ties allowed) and
 * t(k) - t(1) <= window. Parallel transfers make their own cycles; self-transfers never take part. A cycle is found once,
 * with its first transfer (of a cycle within one instant: its smallest row); first transfers ascend. It says that money
 * could have come back, not that it is the same money.
 *
 * Cost: a plain depth-first walk per first transfer; after 128 steps, a backward sweep rules out accounts from which
 * the first payer can no longer be reached in time. Exponential in the worst case, hence the limits. To know only how
 * many there are, count them: that is faster by orders. Definition: 2SCENT, Kumar & Calders, PVLDB 11(11), 2018,
 * doi:10.14778/3236187.3236197.
 *
 * @throws UsageError `option-range`, `unknown-option`, `amount-band`, and what the filter throws
 * @example
 * const search = findTemporalCycles(graph, { window: 12 * HOUR_MS });
 * for (const { rows } of search) console.log(rows);
 * console.log(search.status.complete);
 */
export function findTemporalCycles(graph: TemporalGraph, options: FindCyclesOptions): CycleSearch {
  const resolved = resolveOptions(DEFAULTS, options, 'findTemporalCycles');
  requireCycleOptions(resolved);
  requireRange('maxVisits', resolved.maxVisits, 1, Infinity);
  requireRange('maxVisitsPerRoot', resolved.maxVisitsPerRoot, 1, Infinity);
  requireRange('maxCycles', resolved.maxCycles, 1, Infinity);
  const cycles = cycleGraphOf(graph, resolved);
  const mayFollow = resolved.amounts === undefined ? undefined : amountsMayFollow(graph.ledger, resolved.amounts);
  return new CycleSearch(
    graph,
    () => new CycleWalker(new TemporalSteps(cycles), graph.transferCount, resolved, mayFollow),
  );
}
