import { type FittingPairs } from './release-search.js';

/**
 * What a matching of pairs can come to at most, without matching: most shuffles fit so few credits or so few debits that
 * this alone says that they do worse. Scratch of the size of the pairs, used again for each shuffle.
 */
export class PairBounds {
  /** At least the number of pairs in any one-to-one matching. */
  most = 0;
  /** At least the edges that `leastCostMatching` looks at. */
  steps = 0;
  readonly #pairs: FittingPairs;
  /** Trees of debits that are connected by credits (union-find); the root is its own parent. */
  readonly #parent: Int32Array;
  /** By debit: the last call that saw it. By root: edges of the credits that have entered. */
  readonly #seen: Int32Array;
  readonly #edges: Int32Array;
  /** By credit: one of its debits, and how many it has. */
  readonly #someDebit: Int32Array;
  readonly #degree: Int32Array;
  #calls = 0;

  constructor(pairs: FittingPairs) {
    const { credits, debits } = pairs.columns;
    this.#pairs = pairs;
    this.#parent = new Int32Array(debits.length);
    this.#seen = new Int32Array(debits.length);
    this.#edges = new Int32Array(debits.length);
    this.#someDebit = new Int32Array(credits.length);
    this.#degree = new Int32Array(credits.length);
  }

  /**
   * Sets the bounds for debits at these times; see {@link FittingPairs.at}. A credit that enters the matching is compared with
   * credits that entered before it and are connected with it, each at most once: their edges are counted. O(pairs), nearly.
   */
  look(debitTimeMs: ArrayLike<number>): void {
    const { search, columns } = this.#pairs;
    const { credits, starts, targets } = columns;
    const { minLagMs, maxLagMs } = search.rule;
    const { creditTimeMs } = search.lane;
    const call = ++this.#calls;
    let [fittingCredits, fittingDebits] = [0, 0];
    for (let i = 0; i < credits.length; i++) {
      const time = creditTimeMs[credits[i]!]!;
      let degree = 0;
      for (let pair = starts[i]!; pair < starts[i + 1]!; pair++) {
        const debit = targets[pair]!;
        const lag = debitTimeMs[debit]! - time;
        if (lag < minLagMs || lag > maxLagMs) continue;
        if (this.#seen[debit] !== call) {
          this.#seen[debit] = call;
          this.#parent[debit] = debit;
          this.#edges[debit] = 0;
          fittingDebits++;
        }
        if (degree++ === 0) this.#someDebit[i] = debit;
        else this.#parent[this.#rootOf(debit)] = this.#rootOf(this.#someDebit[i]!);
      }
      this.#degree[i] = degree;
      if (degree > 0) fittingCredits++;
    }
    this.most = Math.min(fittingCredits, fittingDebits);
    this.steps = this.#countSteps();
  }

  #countSteps(): number {
    let steps = 0;
    for (let i = 0; i < this.#degree.length; i++) {
      if (this.#degree[i] === 0) continue;
      const root = this.#rootOf(this.#someDebit[i]!);
      this.#edges[root] = this.#edges[root]! + this.#degree[i]!;
      steps += this.#edges[root];
    }
    return steps;
  }

  #rootOf(debit: number): number {
    const parent = this.#parent;
    let at = debit;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }
}
