import { requireRange, resolveOptions, type Ties, UsageError } from '../foundation/index.js';
import { type TemporalGraph, type TemporalIndex } from '../graph/index.js';
import { MinHeap } from '../structures/index.js';
import { FairShare } from './fair-share.js';
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
  /**
   * Steps over all first transfers, backward sweeps included; half of them are shared out evenly over the ledger, so that
   * a dense week leaves something for the others. Default 300 million.
   */
  readonly maxVisits?: number;
  /** Steps for one first transfer. Default 1 million. */
  readonly maxVisitsPerRoot?: number;
  /** Cycles reported, half of them shared out likewise. Default 1 million. */
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
  requireRange('windowLength', resolved.windowLength, 0, Infinity);
  requireRange('minLength', resolved.minLength, 2, Infinity);
  requireRange('maxLength', resolved.maxLength, 2, Infinity);
  const { blocked } = resolved;
  if (blocked !== undefined && blocked.length !== graph.accountCount) {
    const message = `Expected blocked to have ${graph.accountCount} entries but received ${blocked.length}`;
    throw new UsageError('option-range', message);
  }
  const walker = new CycleWalker(graph, resolved, visit);
  for (let row = 0; row < graph.transferCount; row++) if (walker.canClose(row)) walker.walkFrom(row);
  return walker.result();
}

/** One run of {@link forEachTemporalCycle}: its scratch arrays and its counts. */
class CycleWalker {
  readonly #graph: TemporalGraph;
  readonly #options: Required<TemporalCycleOptions>;
  readonly #visit: (rows: Int32Array, length: number) => void;
  readonly #out: WalkSide;
  readonly #incoming: WalkSide;
  readonly #scratch: WalkScratch;
  readonly #latest: LatestReturn;
  readonly #maxLength: number;
  readonly #sameInstant: boolean;
  /** Cycles of a plain walk, until it is known to have finished: length, rows, length, rows, ... */
  readonly #held: Int32Array;
  #heldLength = 0;
  readonly #visits: FairShare;
  readonly #cycles: FairShare;
  #row = 0;
  #cutRoots = 0;
  #cutByRootLimit = false;

  constructor(
    graph: TemporalGraph,
    options: Required<TemporalCycleOptions>,
    visit: (rows: Int32Array, length: number) => void,
  ) {
    const maxLength = Math.min(options.maxLength, Math.max(2, graph.accountCount));
    this.#graph = graph;
    this.#options = options;
    this.#visit = visit;
    this.#out = toWalkSide(graph, graph.out, graph.beneficiary);
    this.#incoming = toWalkSide(graph, graph.in, graph.payer);
    this.#scratch = createScratch(graph.accountCount, maxLength, options.blocked);
    this.#latest = createLatestReturn(graph.accountCount);
    this.#maxLength = maxLength;
    this.#sameInstant = options.ties === 'same-instant-allowed';
    this.#held = new Int32Array((PLAIN_VISITS + 1) * (Math.min(maxLength, PLAIN_VISITS + 1) + 1));
    this.#visits = new FairShare('maxVisits', options.maxVisits, graph.transferCount);
    this.#cycles = new FairShare('maxCycles', options.maxCycles, graph.transferCount);
  }

  /** Whether the payer of a transfer is paid again within the window at all. */
  canClose(row: number): boolean {
    const root = this.#graph.payer[row]!;
    const first = this.#graph.beneficiary[row]!;
    const { blocked } = this.#scratch;
    if (root === first || blocked[root] === 1 || blocked[first] === 1) return false;
    const { starts, time } = this.#incoming;
    const rootTime = this.#graph.ledger.columns.timeMs[row]!;
    const back = firstPosition(time, starts[root]!, starts[root + 1]!, rootTime, !this.#sameInstant);
    return back < starts[root + 1]! && time[back]! <= rootTime + this.#options.windowLength;
  }

  /** All cycles that start with a transfer. */
  walkFrom(row: number): void {
    this.#row = row;
    const plain = this.#allowedVisits();
    if (plain <= 0) {
      this.#cutRoots++;
      return;
    }
    this.#heldLength = 0;
    if (this.#walk(undefined, Math.min(PLAIN_VISITS, plain), this.#hold)) {
      for (let at = 0; at < this.#heldLength; at += this.#held[at]! + 1) {
        if (!this.#emit(this.#held.subarray(at + 1), this.#held[at]!)) return;
      }
      return;
    }
    this.#sweep();
    const allowed = this.#allowedVisits();
    if (allowed > 0 && this.#walk(this.#latest, allowed, this.#emit)) return;
    this.#cutRoots++;
    // What the shared limit did not end, the limit per root did.
    if (this.#visits.leftAt(row) > 0) this.#cutByRootLimit = true;
  }

  #allowedVisits(): number {
    return Math.min(this.#options.maxVisitsPerRoot, this.#visits.leftAt(this.#row));
  }

  /** Walks and says whether the steps sufficed. */
  #walk(
    latest: LatestReturn | undefined,
    maxVisits: number,
    report: (path: Int32Array, length: number) => boolean,
  ): boolean {
    const { payer, beneficiary, ledger } = this.#graph;
    const row = this.#row;
    const time = ledger.columns.timeMs[row]!;
    const deadline = time + this.#options.windowLength;
    // prettier-ignore
    const steps = walkRoot(this.#out, this.#scratch, latest, payer[row]!, beneficiary[row]!, row, time, deadline, this.#maxLength, this.#sameInstant, maxVisits, report);
    this.#visits.spend(steps);
    return steps <= maxVisits;
  }

  #sweep(): void {
    const time = this.#graph.ledger.columns.timeMs[this.#row]!;
    const deadline = time + this.#options.windowLength;
    const root = this.#graph.payer[this.#row]!;
    // prettier-ignore
    const touched = sweepLatestReturn(this.#incoming, this.#scratch.blocked, this.#latest, root, time, deadline, this.#sameInstant);
    this.#visits.spend(touched);
  }

  readonly #hold = (path: Int32Array, length: number): boolean => {
    this.#held[this.#heldLength++] = length;
    for (let i = 0; i < length; i++) this.#held[this.#heldLength++] = path[i]!;
    return true;
  };

  readonly #emit = (path: Int32Array, length: number): boolean => {
    if (length < this.#options.minLength) return true;
    if (this.#cycles.leftAt(this.#row) <= 0) {
      this.#cutRoots++;
      return false;
    }
    this.#cycles.spend(1);
    this.#visit(path, length);
    return true;
  };

  result(): TemporalCycleSearch {
    const limits = [this.#visits, this.#cycles].filter(({ met }) => met).map((limit) => limit.describe());
    if (this.#cutByRootLimit) limits.push(`maxVisitsPerRoot ${this.#options.maxVisitsPerRoot}`);
    return {
      cycles: this.#cycles.used,
      visits: this.#visits.used,
      cutRoots: this.#cutRoots,
      complete: limits.length === 0,
      stoppedBy: limits.length === 0 ? undefined : limits.join(', '),
    };
  }
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

function createScratch(accounts: number, maxLength: number, blocked: Uint8Array | undefined): WalkScratch {
  return {
    onPath: new Uint8Array(accounts),
    blocked: blocked ?? new Uint8Array(accounts),
    node: new Int32Array(maxLength + 1),
    cursor: new Int32Array(maxLength + 1),
    path: new Int32Array(maxLength + 1),
  };
}

function createLatestReturn(accounts: number): LatestReturn {
  return {
    time: new Float64Array(accounts).fill(-Infinity),
    reached: new Int32Array(accounts),
    reachedCount: 0,
    heap: new MinHeap(),
  };
}
