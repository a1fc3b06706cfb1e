import { type Account } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { ascending } from '../finding-parts.js';

/** Which accounts may be agents. */
export interface AgentRule {
  /** Least number of the institution's clients that an agent is paid by. */
  readonly minPersons: number;
  /** 1 = a hub, no agent. */
  readonly hubFlag: Uint8Array;
}

/** Who pays one institution after the other, and whom those people pay as well. */
export class Clients {
  readonly #graph: TemporalGraph;
  readonly #rule: AgentRule;
  /** By account: the last institution that it was seen to pay, plus 1. */
  readonly #pays: Int32Array;
  #institution = 0;
  #count = 0;
  readonly #of = new Map<Account, ReadonlySet<Account> | undefined>();

  constructor(graph: TemporalGraph, rule: AgentRule) {
    this.#graph = graph;
    this.#rule = rule;
    this.#pays = new Int32Array(graph.accountCount);
  }

  /** Goes on to another institution; each is to be looked at once. O(its payments in). */
  lookAt(institution: Account): void {
    this.#institution = institution;
    this.#count = 0;
    this.#of.clear();
    for (const row of rowsOf(this.#graph.in, institution)) {
      const payer = this.#graph.payer[row]!;
      if (payer === institution || this.has(payer)) continue;
      this.#pays[payer] = institution + 1;
      this.#count++;
    }
  }

  get count(): number {
    return this.#count;
  }

  has(account: Account): boolean {
    return this.#pays[account] === this.#institution + 1;
  }

  /** Whether the account is paid often enough to be an agent, whoever pays it. */
  mayBeAgent(account: Account): boolean {
    const { starts } = this.#graph.in;
    return this.#rule.hubFlag[account] !== 1 && starts[account + 1]! - starts[account]! >= this.#rule.minPersons;
  }

  /** The clients that paid an agent, ascending; undefined for an account that is no agent of theirs. O(its payments in), once. */
  of(agent: Account): ReadonlySet<Account> | undefined {
    if (agent === this.#institution || !this.mayBeAgent(agent)) return undefined;
    if (this.#of.has(agent)) return this.#of.get(agent);
    const payers: Account[] = [];
    for (const row of rowsOf(this.#graph.in, agent)) {
      const payer = this.#graph.payer[row]!;
      if (payer !== agent && this.has(payer)) payers.push(payer);
    }
    const own = payers.length >= this.#rule.minPersons ? ascending(payers) : [];
    const known = own.length >= this.#rule.minPersons ? new Set(own) : undefined;
    this.#of.set(agent, known);
    return known;
  }
}
