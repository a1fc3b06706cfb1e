import { type Budget } from '../../foundation/index.js';
import { type BipartiteCosts } from './least-cost-matching.js';
import { type FittingPairs } from './release-search.js';

/**
 * Pairs whose amounts fit, and which of them fit in time as well if the debits happen at given times; and what a matching
 * of those can come to at most, without matching: most shuffles fit so few credits or so few debits that this alone says
 * that they do worse. Scratch of the size of the pairs, used again for each look.
 */
export class TimedPairs {
  /** At least the number of pairs in any one-to-one matching. */
  most = 0;
  readonly #pairs: FittingPairs;
  /** The pairs that fit in time, as {@link BipartiteCosts} has them. */
  readonly #starts: Int32Array;
  readonly #targets: Int32Array;
  readonly #creditTimeMs: Float64Array;
  /** By debit: the last look that saw it. */
  readonly #seen: Int32Array;
  /** Trees of debits that are connected by credits (union-find), the root its own parent; by root: edges of credits that have entered. */
  readonly #parent: Int32Array;
  readonly #edges: Int32Array;
  #looks = 0;

  constructor(pairs: FittingPairs) {
    const { credits, debits, targets } = pairs.columns;
    const { creditTimeMs } = pairs.search.lane;
    this.#pairs = pairs;
    this.#starts = new Int32Array(credits.length + 1);
    this.#targets = new Int32Array(targets.length);
    this.#creditTimeMs = Float64Array.from(credits, (credit) => creditTimeMs[credit]!);
    this.#seen = new Int32Array(debits.length);
    this.#parent = new Int32Array(debits.length);
    this.#edges = new Int32Array(debits.length);
  }

  /** Takes the debits to happen at these times, one for each of {@link FittingPairs.debits}. O(pairs). */
  look(debitTimeMs: ArrayLike<number>): void {
    const { columns, search } = this.#pairs;
    const { minLagMs, maxLagMs } = search.rule;
    const [from, fitting, creditTimeMs, seen] = [columns.starts, columns.targets, this.#creditTimeMs, this.#seen];
    const [starts, targets] = [this.#starts, this.#targets];
    const look = ++this.#looks;
    let [fittingCredits, fittingDebits, edges] = [0, 0, 0];
    for (let i = 0; i < creditTimeMs.length; i++) {
      const time = creditTimeMs[i]!;
      const end = from[i + 1]!;
      for (let pair = from[i]!; pair < end; pair++) {
        const debit = fitting[pair]!;
        const lag = debitTimeMs[debit]! - time;
        if (lag < minLagMs || lag > maxLagMs) continue;
        targets[edges++] = debit;
        if (seen[debit] === look) continue;
        seen[debit] = look;
        fittingDebits++;
      }
      if (edges > starts[i]!) fittingCredits++;
      starts[i + 1] = edges;
    }
    this.most = Math.min(fittingCredits, fittingDebits);
  }

  /**
   * At least the edges that `leastCostMatching` looks at: a credit that enters is compared with credits that entered before
   * it and are connected with it, each at most once, and their edges are counted. O(pairs that fit in time), nearly.
   */
  mostSteps(): number {
    const [starts, targets, parent, edges] = [this.#starts, this.#targets, this.#parent, this.#edges];
    for (let debit = 0; debit < parent.length; debit++) parent[debit] = debit;
    edges.fill(0);
    const credits = this.#creditTimeMs.length;
    for (let i = 0; i < credits; i++) {
      const end = starts[i + 1]!;
      for (let edge = starts[i]! + 1; edge < end; edge++) {
        const root = rootOf(parent, targets[edge - 1]!);
        parent[rootOf(parent, targets[edge]!)] = root;
      }
    }
    let steps = 0;
    for (let i = 0; i < credits; i++) {
      const degree = starts[i + 1]! - starts[i]!;
      if (degree === 0) continue;
      const root = rootOf(parent, targets[starts[i]!]!);
      edges[root] = edges[root]! + degree;
      steps += edges[root];
    }
    return steps;
  }

  /** The pairs that fit in time, with what they cost; holds until the next look, whose debit times must be the same. */
  costs(debitTimeMs: ArrayLike<number>): BipartiteCosts {
    const { columns, search } = this.#pairs;
    const { creditMinor, debitMinor } = search.lane;
    const starts = this.#starts;
    const edges = starts.at(-1)!;
    const targets = this.#targets.subarray(0, edges);
    const costs = new Float64Array(edges);
    for (let i = 0; i < this.#creditTimeMs.length; i++) {
      const whole = creditMinor[columns.credits[i]!]!;
      for (let edge = starts[i]!; edge < starts[i + 1]!; edge++) {
        const debit = targets[edge]!;
        const lag = debitTimeMs[debit]! - this.#creditTimeMs[i]!;
        costs[edge] = search.cost(whole, debitMinor[columns.debits[debit]!]!, lag);
      }
    }
    return { starts, targets, costs, rightCount: columns.debits.length };
  }
}

/**
 * The pairs that fit in time if the debits happen at these times, one for each of {@link FittingPairs.debits}, with what
 * they cost. Undefined if the budget, in pairs whose amounts fit, ran out.
 */
export function costsInTime(
  pairs: FittingPairs,
  debitTimeMs: ArrayLike<number>,
  budget: Budget,
): BipartiteCosts | undefined {
  if (!budget.spend(pairs.columns.targets.length)) return undefined;
  const timed = new TimedPairs(pairs);
  timed.look(debitTimeMs);
  return timed.costs(debitTimeMs);
}

function rootOf(parent: Int32Array, debit: number): number {
  let at = debit;
  while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
  return at;
}
