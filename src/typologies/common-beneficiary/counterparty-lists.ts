import { type Account } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

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
    const paid = rowsOf(this.#graph.out, account);
    const received = rowsOf(this.#graph.in, account);
    const found = new Int32Array(paid.length + received.length);
    for (let i = 0; i < paid.length; i++) found[i] = beneficiary[paid[i]!]!;
    for (let i = 0; i < received.length; i++) found[paid.length + i] = payer[received[i]!]!;
    found.sort();
    let length = 0;
    for (let i = 0; i < found.length; i++) {
      const other = found[i]!;
      const repeated = length > 0 && found[length - 1] === other;
      if (!repeated && other !== account && this.#hubFlag[other] === 0) found[length++] = other;
    }
    const list = found.slice(0, length);
    this.#known.set(account, list);
    return list;
  }
}
