import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

/**
 * What each transfer is worth to a ranking, and between which purses it moves. A purse is an account's money of one
 * currency; its key is account * currencies + currency.
 */
export class TransferValues {
  readonly graph: TemporalGraph;
  readonly #admitted: Uint8Array | undefined;
  readonly #currencies: number;

  constructor(graph: TemporalGraph, admitted: Uint8Array | undefined) {
    this.graph = graph;
    this.#admitted = admitted;
    this.#currencies = Math.max(1, graph.ledger.currencies.length);
  }

  accountOf(purse: number): Account {
    return Math.floor(purse / this.#currencies);
  }

  /** Purses of an account that usable transfers enter or leave, ascending; its first one if there are none. */
  pursesOf(account: Account): number[] {
    const purses = new Set<number>();
    for (const row of rowsOf(this.graph.out, account)) if (this.paid(row) > 0) purses.add(this.payingPurse(row));
    for (const row of rowsOf(this.graph.in, account)) if (this.received(row) > 0) purses.add(this.receivingPurse(row));
    return purses.size === 0 ? [account * this.#currencies] : [...purses].sort((a, b) => a - b);
  }

  payingPurse(row: Row): number {
    return this.graph.payer[row]! * this.#currencies + this.graph.ledger.columns.currency[row]!;
  }

  receivingPurse(row: Row): number {
    const { receivedCurrency, currency } = this.graph.ledger.columns;
    return this.graph.beneficiary[row]! * this.#currencies + (receivedCurrency ?? currency)[row]!;
  }

  /** Doubles: wide amounts are the nearest ones. 1 for every transfer if the ledger has no amounts, 0 = not usable. */
  paid(row: Row): number {
    return this.#value(row, this.graph.ledger.columns.amountMinor);
  }

  received(row: Row): number {
    const { receivedMinor, amountMinor } = this.graph.ledger.columns;
    return this.#value(row, receivedMinor ?? amountMinor);
  }

  #value(row: Row, minor: Float64Array): number {
    const { payer, beneficiary, ledger } = this.graph;
    if (payer[row] === beneficiary[row] || this.#admitted?.[row] === 0) return 0;
    if (!ledger.hasAmounts) return 1;
    const value = minor[row]!;
    return value > 0 ? value : 0;
  }
}
