import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { widestSlice } from '../patterns/fan-windows.js';

/** What a payment must be like to be asked about any further; an amount that is not known is let through. */
export interface PaymentLike {
  readonly currency: number;
  readonly sinceMs: number;
  /** The last transfer that it may be, inclusive. */
  readonly untilRow: Row;
  readonly leastMinor: number;
  readonly mostMinor: number;
}

/**
 * What one institution after the other was paid and has not refunded, by who paid: a list for each payer, earliest first,
 * linked in arrays that are made once. O(accounts + largest number of payments) memory.
 */
export class OpenPayments {
  readonly #graph: TemporalGraph;
  #institution: Account = 0;
  /** By payer: position of its earliest open payment among those of the institution, -1 = none. */
  readonly #first: Int32Array;
  /** By position: that of the payer's next open payment, -1 = none. */
  readonly #next: Int32Array;
  /** By position: when it was paid, how much and in which currency, side by side for the search. */
  readonly #timeMs: Float64Array;
  readonly #minor: Float64Array;
  readonly #currency: Uint16Array;

  constructor(graph: TemporalGraph) {
    const widest = widestSlice(graph.in.starts);
    this.#graph = graph;
    this.#timeMs = new Float64Array(widest);
    this.#minor = new Float64Array(widest);
    this.#currency = new Uint16Array(widest);
    this.#first = new Int32Array(graph.accountCount).fill(-1);
    this.#next = new Int32Array(widest);
  }

  /** All payments to the institution are open, what it pays itself aside. {@link OpenPayments.forget} must come before the next. */
  lookAt(institution: Account): void {
    const { in: credits, payer, ledger } = this.#graph;
    const { timeMs, amountMinor, receivedMinor, currency, receivedCurrency } = ledger.columns;
    const from = credits.starts[institution]!;
    this.#institution = institution;
    for (let at = credits.starts[institution + 1]! - 1 - from; at >= 0; at--) {
      const row = credits.rows[from + at]!;
      const person = payer[row]!;
      if (person === institution) {
        this.#minor[at] = -1;
        continue;
      }
      this.#next[at] = this.#first[person]!;
      this.#first[person] = at;
      this.#timeMs[at] = timeMs[row]!;
      this.#minor[at] = (receivedMinor ?? amountMinor)[row]!;
      this.#currency[at] = (receivedCurrency ?? currency)[row]!;
    }
  }

  /** Number of payments to the institution. */
  get size(): number {
    const { starts } = this.#graph.in;
    return starts[this.#institution + 1]! - starts[this.#institution]!;
  }

  /** Whether any payment of this payer is open. */
  has(person: Account): boolean {
    return this.#first[person]! >= 0;
  }

  /** Whether an open payment of this payer is like what is looked for. O(their payments). */
  hasLike(person: Account, like: PaymentLike): boolean {
    let at = this.#first[person]!;
    while (at >= 0 && !this.#isLike(at, like)) at = this.#next[at]!;
    return at >= 0;
  }

  /** Whether anybody's payment, open or not, is like what is looked for: where not, nobody's fits. O(payments to the institution). */
  anyLike(like: PaymentLike): boolean {
    const { starts, rows } = this.#graph.in;
    const [from, end] = [starts[this.#institution]!, starts[this.#institution + 1]!];
    for (let p = from; p < end && rows[p]! <= like.untilRow; p++) if (this.#isLike(p - from, like)) return true;
    return false;
  }

  /**
   * The earliest open payment of this payer that is like what is looked for and fits, which is then no longer open; undefined
   * if none does.
   */
  take(person: Account, like: PaymentLike, fits: (payment: Row) => boolean): Row | undefined {
    const { starts, rows } = this.#graph.in;
    const from = starts[this.#institution]!;
    let before = -1;
    for (let at = this.#first[person]!; at >= 0 && rows[from + at]! <= like.untilRow; at = this.#next[at]!) {
      if (this.#isLike(at, like) && fits(rows[from + at]!)) {
        if (before < 0) this.#first[person] = this.#next[at]!;
        else this.#next[before] = this.#next[at]!;
        return rows[from + at]!;
      }
      before = at;
    }
    return undefined;
  }

  #isLike(at: number, like: PaymentLike): boolean {
    const minor = this.#minor[at]!;
    return (
      this.#currency[at] === like.currency &&
      this.#timeMs[at]! >= like.sinceMs &&
      !(minor < like.leastMinor || minor > like.mostMinor)
    );
  }

  /** Nothing is open any more. */
  forget(): void {
    const { in: credits, payer } = this.#graph;
    const [from, to] = [credits.starts[this.#institution]!, credits.starts[this.#institution + 1]!];
    for (let p = from; p < to; p++) this.#first[payer[credits.rows[p]!]!] = -1;
  }
}
