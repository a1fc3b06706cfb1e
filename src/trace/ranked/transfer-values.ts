import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

/** An account's money of one currency: what is followed one step at a time. */
export interface Purse {
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
}

/** What each transfer is worth to a ranking, at the end where it is paid and where it is received. */
export class TransferValues {
  readonly graph: TemporalGraph;
  readonly #admitted: Uint8Array | undefined;

  constructor(graph: TemporalGraph, admitted: Uint8Array | undefined) {
    this.graph = graph;
    this.#admitted = admitted;
  }

  /** Doubles: wide amounts are the nearest ones. 1 for every transfer if the ledger has no amounts, 0 = not usable. */
  paid(row: Row): number {
    return this.#value(row, this.graph.ledger.columns.amountMinor);
  }

  received(row: Row): number {
    const { receivedMinor, amountMinor } = this.graph.ledger.columns;
    return this.#value(row, receivedMinor ?? amountMinor);
  }

  payingPurse(row: Row): Purse {
    return { account: this.graph.payer[row]!, currency: this.graph.ledger.columns.currency[row]! };
  }

  receivingPurse(row: Row): Purse {
    const { receivedCurrency, currency } = this.graph.ledger.columns;
    return { account: this.graph.beneficiary[row]!, currency: (receivedCurrency ?? currency)[row]! };
  }

  /** Purses of an account that usable transfers enter or leave, ascending by currency. */
  pursesOf(account: Account): Purse[] {
    const currencies = new Set<number>();
    for (const row of rowsOf(this.graph.out, account)) {
      if (this.paid(row) > 0) currencies.add(this.payingPurse(row).currency);
    }
    for (const row of rowsOf(this.graph.in, account)) {
      if (this.received(row) > 0) currencies.add(this.receivingPurse(row).currency);
    }
    return [...currencies].sort((a, b) => a - b).map((currency) => ({ account, currency }));
  }

  #value(row: Row, minor: Float64Array): number {
    const { payer, beneficiary, ledger } = this.graph;
    if (payer[row] === beneficiary[row] || this.#admitted?.[row] === 0) return 0;
    if (!ledger.hasAmounts) return 1;
    const value = minor[row]!;
    return value > 0 ? value : 0;
  }
}
