import { requireRange, resolveOptions, type Ties, UsageError } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { layOutCycles } from './cycle-graph.js';
import { TemporalSteps } from './cycle-steps.js';
import { CycleWalker, type SearchEnd } from './cycle-walker.js';

/** What {@link forEachTemporalCycle} looks for, and how far it may go. */
export interface TemporalCycleOptions {
  /** Greatest time from first to last transfer, inclusive, in the unit of the ledger's times. */
  readonly windowLength: number;
  /** Whether transfers of one instant may follow each other. Default 'strict'. */
  readonly ties?: Ties;
  /** Least number of transfers. Default 2. */
  readonly minLength?: number;
  /** Greatest number of transfers. Default 12. */
  readonly maxLength?: number;
  /** Accounts that may not be part of a cycle: 1 = left out. Default none. */
  readonly blocked?: Uint8Array | undefined;
  /** Transfers that may be part of a cycle: 1 = may. Default all. */
  readonly admitted?: Uint8Array | undefined;
  /** Steps over all first transfers, backward sweeps included. Default 300 million. */
  readonly maxVisits?: number;
  /** Steps for one first transfer. Default 1 million. */
  readonly maxVisitsPerRoot?: number;
  /** Cycles reported. Default 1 million. */
  readonly maxCycles?: number;
}

const DEFAULTS: Required<TemporalCycleOptions> = Object.freeze({
  windowLength: NaN,
  ties: 'strict',
  minLength: 2,
  maxLength: 12,
  blocked: undefined,
  admitted: undefined,
  maxVisits: 300_000_000,
  maxVisitsPerRoot: 1_000_000,
  maxCycles: 1_000_000,
});

/**
 * Calls back with every cycle that `findTemporalCycles` would yield, without an object for each: for detectors, which
 * look at many cycles and keep few. `visit` gets the rows at 0 .. length - 1 of an array that is reused: copy what you
 * keep. Half of `maxVisits` and `maxCycles` is shared out evenly over the ledger.
 *
 * @throws UsageError `option-range`, `unknown-option`
 */
export function forEachTemporalCycle(
  graph: TemporalGraph,
  options: TemporalCycleOptions,
  visit: (rows: Int32Array, length: number) => void,
): SearchEnd {
  const resolved = resolveOptions(DEFAULTS, options, 'forEachTemporalCycle');
  requireRange('windowLength', resolved.windowLength, 0, Infinity);
  requireRange('minLength', resolved.minLength, 2, Infinity);
  requireRange('maxLength', resolved.maxLength, 2, Infinity);
  const { windowLength: window, ties, blocked, admitted } = resolved;
  if (blocked !== undefined && blocked.length !== graph.accountCount) {
    const message = `Expected blocked to have ${graph.accountCount} entries but received ${blocked.length}`;
    throw new UsageError('option-range', message);
  }
  const cycles = layOutCycles(graph, { window, ties, blocked, admitted, distinctTimes: false });
  const walker = new CycleWalker(new TemporalSteps(cycles), graph.transferCount, resolved);
  for (let length = walker.next(); length > 0; length = walker.next()) visit(walker.rows, length);
  return walker.result();
}
