import { type Account } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { GrowableColumn } from '../../structures/index.js';

/** Entries of a block of lists. */
const BLOCK = 1 << 16;

/** Distinct counterparties of accounts in both directions over all data, remembered once asked for. */
export class CounterpartyLists {
  readonly #graph: TemporalGraph;
  readonly #hubFlag: Uint8Array;
  /** By account: a map of as many lists takes several times as long to look at. */
  readonly #known: (Int32Array | undefined)[];
  /** Where lists are worked out, used again. */
  readonly #scratch = new GrowableColumn(Int32Array, 64);
  /** Lists lie one behind the other: most are short, and memory of their own is what they would cost. */
  #block = new Int32Array(BLOCK);
  #used = 0;

  /** Hubs (flag 1) and the account itself are no counterparties. */
  constructor(graph: TemporalGraph, hubFlag: Uint8Array) {
    this.#graph = graph;
    this.#hubFlag = hubFlag;
    this.#known = new Array<undefined>(graph.accountCount);
  }

  /** Ascending. */
  of(account: Account): Int32Array {
    const known = this.#known[account];
    if (known !== undefined) return known;
    const { payer, beneficiary } = this.#graph;
    const paid = rowsOf(this.#graph.out, account);
    const received = rowsOf(this.#graph.in, account);
    this.#scratch.reserve(paid.length + received.length);
    const found = this.#scratch.array.subarray(0, paid.length + received.length);
    for (let i = 0; i < paid.length; i++) found[i] = beneficiary[paid[i]!]!;
    for (let i = 0; i < received.length; i++) found[paid.length + i] = payer[received[i]!]!;
    found.sort();
    let length = 0;
    for (let i = 0; i < found.length; i++) {
      const other = found[i]!;
      const repeated = length > 0 && found[length - 1] === other;
      if (!repeated && other !== account && this.#hubFlag[other] === 0) found[length++] = other;
    }
    const list = this.#place(length);
    for (let i = 0; i < length; i++) list[i] = found[i]!;
    this.#known[account] = list;
    return list;
  }

  #place(length: number): Int32Array {
    if (length > BLOCK / 16) return new Int32Array(length);
    if (this.#used + length > BLOCK) {
      this.#block = new Int32Array(BLOCK);
      this.#used = 0;
    }
    this.#used += length;
    return this.#block.subarray(this.#used - length, this.#used);
  }
}
