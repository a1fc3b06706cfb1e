import { type TemporalGraph } from '../../graph/index.js';

/**
 * What the accounts of one currency did, in booked order, as columns for kernels. One more account than the graph has
 * nodes stands for the outside: what left the currency lies there, so that nothing is ever lost.
 */
export interface MoneyEvents {
  /** Paying account; ~o (negative) where no account pays and the money is new, with account o as its origin. */
  readonly from: Int32Array;
  /** Receiving account. Invariant: differs from `from`. */
  readonly to: Int32Array;
  /** Minor units, positive integers; only the nearest doubles where `exact` is there. */
  readonly quantity: Float64Array;
  /** Row of the ledger, -1 for an opening balance. */
  readonly row: Int32Array;
  /** The exact quantities of a currency whose amounts are beyond 2^53 - 1. */
  readonly exact: readonly bigint[] | undefined;
}

/**
 * The events of one currency; rows are taken in `order`, by default the ledger's own. Of a transfer that was received as
 * less than was paid the difference goes outside; as more, the rest is new money of the payer; in another currency, the
 * paid money goes outside and the received money is new money of the payer. Transfers of an account to itself and
 * transfers without amount are no events. O(transfers).
 */
export function moneyEvents(graph: TemporalGraph, currency: number, order?: Int32Array): MoneyEvents {
  const { ledger, payer, beneficiary } = graph;
  const { amountMinor, currency: paidIn, receivedMinor, receivedCurrency } = ledger.columns;
  const wide = ledger.currencies[currency]?.lane === 'wide';
  const list = new EventList(mostEvents(graph, currency), wide);
  for (let i = 0; i < graph.transferCount; i++) {
    const row = order === undefined ? i : order[i]!;
    const source = payer[row]!;
    const target = beneficiary[row]!;
    const minor = amountMinor[row]!;
    if (source === target || Number.isNaN(minor)) continue;
    const isPaid = paidIn[row] === currency;
    const isReceived = receivedCurrency === undefined ? isPaid : receivedCurrency[row] === currency;
    if (!isPaid && !isReceived) continue;
    if (!wide && isPaid && isReceived && (receivedMinor === undefined || receivedMinor[row] === minor)) {
      if (minor > 0) list.add(source, target, minor, row);
      continue;
    }
    const paid = isPaid ? ledger.amountMinor(row)! : 0n;
    const received = isReceived ? (ledger.received(row)?.minor ?? paid) : 0n;
    list.addExact(source, target, received < paid ? received : paid, row);
    list.addExact(source, graph.accountCount, paid - received, row);
    list.addExact(~source, target, received - paid, row);
  }
  return list.finish();
}

/** A transfer makes one event, or two where what was received is not what was paid. */
function mostEvents({ ledger }: TemporalGraph, currency: number): number {
  const { currency: paidIn, receivedCurrency } = ledger.columns;
  let rows = 0;
  for (let row = 0; row < ledger.rowCount; row++) {
    if (paidIn[row] === currency || receivedCurrency?.[row] === currency) rows++;
  }
  return ledger.columns.receivedMinor === undefined ? rows : 2 * rows;
}

class EventList {
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #quantity: Float64Array;
  readonly #row: Int32Array;
  readonly #exact: bigint[] | undefined;
  #length = 0;

  constructor(capacity: number, wide: boolean) {
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
    this.#quantity = new Float64Array(capacity);
    this.#row = new Int32Array(capacity);
    this.#exact = wide ? [] : undefined;
  }

  add(source: number, target: number, minor: number, row: number): void {
    const at = this.#length++;
    this.#from[at] = source;
    this.#to[at] = target;
    this.#quantity[at] = minor;
    this.#row[at] = row;
  }

  addExact(source: number, target: number, minor: bigint, row: number): void {
    if (minor <= 0n) return;
    this.add(source, target, Number(minor), row);
    this.#exact?.push(minor);
  }

  finish(): MoneyEvents {
    const end = this.#length;
    return {
      from: this.#from.subarray(0, end),
      to: this.#to.subarray(0, end),
      quantity: this.#quantity.subarray(0, end),
      row: this.#row.subarray(0, end),
      exact: this.#exact,
    };
  }
}
