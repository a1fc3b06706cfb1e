import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleSteps } from './cycle-steps.js';
import { createCycleWalk, type CycleWalk, leaveWalk, VISITS_USED_UP, WALK_ENDED } from './cycle-walk.kernel.js';
import { FairShare } from './fair-share.js';

/** Steps of the plain walk, after which steps that lead nowhere are found out. Most roots need fewer. */
const PLAIN_VISITS = 128;

/** How far a search for cycles goes; see the options it is made from. */
export interface WalkerLimits {
  readonly minLength: number;
  readonly maxLength: number;
  readonly maxVisits: number;
  readonly maxVisitsPerRoot: number;
  readonly maxCycles: number;
}

/** How a search ended. */
export interface SearchEnd {
  readonly cycles: number;
  readonly visits: number;
  /** First transfers whose cycles were not all reported. */
  readonly cutRoots: number;
  readonly complete: boolean;
  /** The limits that were met, or undefined. */
  readonly stoppedBy: string | undefined;
}

/**
 * Goes through all cycles of one kind, one at a time, roots ascending. Of both limits one half is shared out evenly over the
 * ledger, so that a dense week leaves something for the others.
 */
export class CycleWalker {
  /** Rows of the cycle found last, at 0 .. its length - 1; overwritten by the next. */
  readonly rows: Int32Array;
  readonly #steps: CycleSteps;
  readonly #limits: WalkerLimits;
  readonly #mayFollow: ((edge: number, next: number) => boolean) | undefined;
  readonly #maxLength: number;
  readonly #walk: CycleWalk;
  readonly #span: RootSpan = { root: -1, first: 0, firstClosing: 0, last: 0 };
  readonly #visits: FairShare;
  readonly #cycles: FairShare;
  #isPruned = false;
  #allowedVisits = 0;
  #cutRoots = 0;
  #cutByRootLimit = false;

  constructor(
    steps: CycleSteps,
    transferCount: number,
    limits: WalkerLimits,
    mayFollow?: (row: number, next: number) => boolean,
  ) {
    const { graph } = steps;
    this.#steps = steps;
    this.#limits = limits;
    const { row } = graph;
    this.#mayFollow = mayFollow === undefined ? undefined : (edge, next) => mayFollow(row[edge]!, row[next]!);
    this.#maxLength = Math.min(limits.maxLength, Math.max(2, graph.nodeCount));
    this.rows = new Int32Array(this.#maxLength);
    this.#walk = createCycleWalk(graph.nodeCount, this.#maxLength);
    this.#visits = new FairShare('maxVisits', limits.maxVisits, transferCount);
    this.#cycles = new FairShare('maxCycles', limits.maxCycles, transferCount);
  }

  /** Length of the next cycle, whose rows are in {@link CycleWalker.rows}; 0 at the end. */
  next(): number {
    for (;;) {
      const length = this.#walk.depth > 0 ? this.#nextOfRoot() : WALK_ENDED;
      if (length > 0) return length;
      if (!this.#beginNextRoot()) return 0;
    }
  }

  /** The next cycle of the current root, or 0 when it has no more or may have no more. */
  #nextOfRoot(): number {
    const walk = this.#walk;
    const place = this.#steps.graph.row[this.#span.root]!;
    for (;;) {
      const limit = this.#isPruned ? this.#allowedVisits : Math.min(PLAIN_VISITS, this.#allowedVisits);
      const before = walk.visits;
      const length = this.#steps.next(this.#span, walk, this.#isPruned, this.#mayFollow, this.#maxLength, limit);
      this.#visits.spend(walk.visits - before);
      if (length === WALK_ENDED) return 0;
      if (length === VISITS_USED_UP) {
        if (!this.#isPruned && this.#prune(place)) continue;
        this.#cutRoots++;
        // What the shared limit did not end, the limit per root did.
        if (this.#visits.leftAt(place) > 0) this.#cutByRootLimit = true;
        leaveWalk(walk);
        return 0;
      }
      if (length < this.#limits.minLength) continue;
      if (this.#cycles.leftAt(place) <= 0) {
        this.#cutRoots++;
        leaveWalk(walk);
        return 0;
      }
      this.#cycles.spend(1);
      for (let i = 0; i < length; i++) this.rows[i] = this.#steps.graph.row[walk.path[i]!]!;
      return length;
    }
  }

  /** Finds out which steps lead nowhere; false if there are no steps left to take. */
  #prune(place: number): boolean {
    if (this.#walk.visits >= this.#allowedVisits) return false;
    this.#isPruned = true;
    this.#visits.spend(this.#steps.prune(this.#span, this.#maxLength));
    const left = this.#visits.leftAt(place);
    this.#allowedVisits = Math.min(this.#limits.maxVisitsPerRoot, this.#walk.visits + left);
    return left > 0;
  }

  /** Goes to the next transfer with which a cycle could start; false if there is none. */
  #beginNextRoot(): boolean {
    const { edgeCount, row } = this.#steps.graph;
    const span = this.#span;
    for (let root = span.root + 1; root < edgeCount; root++) {
      if (!this.#steps.aim(root, span)) continue;
      this.#allowedVisits = Math.min(this.#limits.maxVisitsPerRoot, this.#visits.leftAt(row[root]!));
      if (this.#allowedVisits <= 0) {
        this.#cutRoots++;
        continue;
      }
      this.#isPruned = false;
      this.#steps.begin(span, this.#walk);
      return true;
    }
    span.root = edgeCount;
    return false;
  }

  /** How the search has ended, or how it stands. */
  result(): SearchEnd {
    const limits = [this.#visits, this.#cycles].filter(({ met }) => met).map((limit) => limit.describe());
    if (this.#cutByRootLimit) limits.push(`maxVisitsPerRoot ${this.#limits.maxVisitsPerRoot}`);
    return {
      cycles: this.#cycles.used,
      visits: this.#visits.used,
      cutRoots: this.#cutRoots,
      complete: limits.length === 0,
      stoppedBy: limits.length === 0 ? undefined : limits.join(', '),
    };
  }
}
