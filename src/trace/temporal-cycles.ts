import { Budget, requireRange, resolveOptions, type Ties, UsageError } from '../foundation/index.js';
import { type TemporalGraph, type TemporalIndex } from '../graph/index.js';
import { MinHeap } from '../structures/index.js';
import {
  firstPosition,
  type LatestReturn,
  sweepLatestReturn,
  walkRoot,
  type WalkScratch,
  type WalkSide,
} from './temporal-cycles.kernel.js';

/** Steps of the plain walk, after which a root is walked again with pruning. Most roots need fewer. */
const PLAIN_VISITS = 128;

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
  /** Steps over all roots, backward sweeps included. Default 300 million. */
  readonly maxVisits?: number;
  /** Steps for one first transfer. Default 1 million. */
  readonly maxVisitsPerRoot?: number;
  /** Cycles reported. Default 1 million. */
  readonly maxCycles?: number;
}

/** How a search ended. */
export interface TemporalCycleSearch {
  readonly cycles: number;
  readonly visits: number;
  /** First transfers whose cycles were not all reported. */
  readonly cutRoots: number;
  readonly complete: boolean;
  /** The limits that were met, or undefined. */
  readonly stoppedBy: string | undefined;
}

const DEFAULTS: Required<TemporalCycleOptions> = Object.freeze({
  windowLength: NaN,
  ties: 'strict',
  minLength: 2,
  maxLength: 12,
  blocked: undefined,
  maxVisits: 300_000_000,
  maxVisitsPerRoot: 1_000_000,
  maxCycles: 1_000_000,
});

/**
 * Calls back with every simple temporal cycle: transfers e1 .. ek, each paid by the receiver of the one before, closing
 * on the payer of e1, all k accounts distinct, times increasing (not decreasing with ties allowed) and
 * t(k) - t(1) <= windowLength. Parallel transfers make their own cycles; self-transfers never take part. A cycle is
 * reported once, with its first transfer (of a cycle within one instant: its smallest row); roots ascend. It says that
 * money could have come back, not that it is the same money: amounts and currencies are not looked at.
 *
 * `visit` gets the rows at 0 .. length - 1 of an array that is reused: copy what you keep.
 *
 * Cost: a plain depth-first walk per first transfer; where that is long, a backward sweep rules out accounts from which
 * the root can no longer be reached in time (idea of 2SCENT, PVLDB 11(11), 2018). Exponential in the worst case, hence
 * the limits; memory O(accounts + transfers).
 *
 * @throws UsageError `option-range`, `unknown-option`
 */
export function forEachTemporalCycle(
  graph: TemporalGraph,
  options: TemporalCycleOptions,
  visit: (rows: Int32Array, length: number) => void,
): TemporalCycleSearch {
  const resolved = resolveOptions(DEFAULTS, options, 'forEachTemporalCycle');
  const { windowLength, ties, minLength, maxCycles, maxVisitsPerRoot } = resolved;
  requireRange('windowLength', windowLength, 0, Infinity);
  requireRange('minLength', minLength, 2, Infinity);
  requireRange('maxLength', resolved.maxLength, 2, Infinity);
  const maxLength = Math.min(resolved.maxLength, Math.max(2, graph.accountCount));
  const sameInstant = ties === 'same-instant-allowed';
  const out = toWalkSide(graph, graph.out, graph.beneficiary);
  const incoming = toWalkSide(graph, graph.in, graph.payer);
  const { scratch, latest } = createScratch(graph.accountCount, maxLength, resolved.blocked);
  const held = new Int32Array((PLAIN_VISITS + 1) * (Math.min(maxLength, PLAIN_VISITS + 1) + 1));
  const { timeMs } = graph.ledger.columns;
  const budget = new Budget('maxVisits', resolved.maxVisits);
  let cycles = 0;
  let visits = 0;
  let cutRoots = 0;
  let refused = 0;
  let heldLength = 0;

  const hold = (path: Int32Array, length: number): boolean => {
    held[heldLength++] = length;
    for (let i = 0; i < length; i++) held[heldLength++] = path[i]!;
    return true;
  };
  const emit = (path: Int32Array, length: number): boolean => {
    if (length < minLength) return true;
    if (cycles === maxCycles) {
      refused++;
      return false;
    }
    cycles++;
    visit(path, length);
    return true;
  };
  const walk = (row: number, pruned: boolean, limit: number, report: typeof hold): boolean => {
    const deadline = timeMs[row]! + windowLength;
    const [root, first, time] = [graph.payer[row]!, graph.beneficiary[row]!, timeMs[row]!];
    // prettier-ignore
    const steps = walkRoot(out, scratch, pruned ? latest : undefined, root, first, row, time, deadline, maxLength, sameInstant, limit, report);
    visits += steps;
    budget.spend(steps);
    return steps <= limit;
  };

  for (let row = 0; row < graph.transferCount && !budget.exhausted && refused === 0; row++) {
    const root = graph.payer[row]!;
    if (root === graph.beneficiary[row] || isBlocked(scratch, graph, row)) continue;
    const deadline = timeMs[row]! + windowLength;
    const back = firstPosition(
      incoming.time,
      incoming.starts[root]!,
      incoming.starts[root + 1]!,
      timeMs[row]!,
      !sameInstant,
    );
    if (back === incoming.starts[root + 1] || incoming.time[back]! > deadline) continue;
    heldLength = 0;
    if (walk(row, false, Math.min(PLAIN_VISITS, maxVisitsPerRoot), hold)) {
      for (let at = 0; at < heldLength; at += held[at]! + 1) emit(held.subarray(at + 1), held[at]!);
      continue;
    }
    budget.spend(sweepLatestReturn(incoming, scratch.blocked, latest, root, timeMs[row]!, deadline, sameInstant));
    if (!walk(row, true, maxVisitsPerRoot, emit)) cutRoots++;
  }
  const limits = [
    budget.exhausted ? budget.describe() : '',
    refused > 0 ? `maxCycles ${maxCycles}` : '',
    cutRoots > 0 ? `maxVisitsPerRoot ${maxVisitsPerRoot}` : '',
  ].filter((text) => text !== '');
  const stoppedBy = limits.length === 0 ? undefined : limits.join(', ');
  return { cycles, visits, cutRoots, complete: stoppedBy === undefined, stoppedBy };
}

function isBlocked({ blocked }: WalkScratch, graph: TemporalGraph, row: number): boolean {
  return blocked[graph.payer[row]!] === 1 || blocked[graph.beneficiary[row]!] === 1;
}

/** One direction of the graph with times and neighbours beside the rows, so that a walk reads memory in order. */
function toWalkSide(graph: TemporalGraph, { starts, rows }: TemporalIndex, neighbour: Int32Array): WalkSide {
  const { timeMs } = graph.ledger.columns;
  const to = new Int32Array(rows.length);
  const time = new Float64Array(rows.length);
  for (let p = 0; p < rows.length; p++) {
    to[p] = neighbour[rows[p]!]!;
    time[p] = timeMs[rows[p]!]!;
  }
  return { starts, rows, to, time };
}

function createScratch(
  accounts: number,
  maxLength: number,
  blocked: Uint8Array | undefined,
): { scratch: WalkScratch; latest: LatestReturn } {
  if (blocked !== undefined && blocked.length !== accounts) {
    throw new UsageError('option-range', `Expected blocked to have ${accounts} entries but received ${blocked.length}`);
  }
  const scratch: WalkScratch = {
    onPath: new Uint8Array(accounts),
    blocked: blocked ?? new Uint8Array(accounts),
    node: new Int32Array(maxLength + 1),
    cursor: new Int32Array(maxLength + 1),
    path: new Int32Array(maxLength + 1),
  };
  const latest = {
    time: new Float64Array(accounts),
    stamp: new Int32Array(accounts),
    epoch: 0,
    heap: new MinHeap(),
  };
  return { scratch, latest };
}
