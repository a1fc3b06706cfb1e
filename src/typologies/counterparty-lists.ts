import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';

/** Distinct counterparties of accounts in both directions over all data, remembered once asked for. */
export class CounterpartyLists {
  readonly #graph: TemporalGraph;
  readonly #hubFlag: Uint8Array;
  readonly #known = new Map<Account, Int32Array>();

  /** Hubs (flag 1) and the account itself are no counterparties. */
  constructor(graph: TemporalGraph, hubFlag: Uint8Array) {
    this.#graph = graph;
    this.#hubFlag = hubFlag;
  }

  /** Ascending. */
  of(account: Account): Int32Array {
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    const { payer, beneficiary } = this.#graph;
    const found = new Set<Account>();
    for (const row of rowsOf(this.#graph.out, account)) found.add(beneficiary[row]!);
    for (const row of rowsOf(this.#graph.in, account)) found.add(payer[row]!);
    found.delete(account);
    const list = Int32Array.from([...found].filter((other) => this.#hubFlag[other] === 0)).sort();
    this.#known.set(account, list);
    return list;
  }
}
