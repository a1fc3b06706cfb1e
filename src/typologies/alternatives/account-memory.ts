import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';

/** Once the accounts remembered have this many transfers, they are forgotten: memory stays bounded, answers the same. */
const MOST_TRANSFERS = 1_000_000;

/**
 * What was worked out about accounts. A fact is known by the function that works it out. An account has a dozen facts, so they
 * stand in a list: a table for each account takes several times the memory, and one for each fact is slower to look at.
 */
export class AccountMemory {
  readonly #graph: TemporalGraph;
  readonly #known = new Map<Account, unknown[]>();
  #transfers = 0;

  constructor(graph: TemporalGraph) {
    this.#graph = graph;
  }

  /** What `fact` says of the account, asked once as long as the account is remembered. */
  recall<View, T>(account: Account, fact: (account: Account, view: View) => T, view: View): T {
    const facts = this.#factsOf(account);
    for (let at = 0; at < facts.length; at += 2) if (facts[at] === fact) return facts[at + 1] as T;
    const made = fact(account, view);
    facts.push(fact, made);
    return made;
  }

  #factsOf(account: Account): unknown[] {
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    if (this.#transfers > MOST_TRANSFERS) {
      this.#known.clear();
      this.#transfers = 0;
    }
    for (const { starts } of [this.#graph.in, this.#graph.out])
      this.#transfers += starts[account + 1]! - starts[account]!;
    const fresh: unknown[] = [];
    this.#known.set(account, fresh);
    return fresh;
  }
}
