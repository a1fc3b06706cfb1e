import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { widestSlice } from '../patterns/fan-windows.js';

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

  constructor(graph: TemporalGraph) {
    this.#graph = graph;
    this.#first = new Int32Array(graph.accountCount).fill(-1);
    this.#next = new Int32Array(widestSlice(graph.in.starts));
  }

  /** All payments to the institution are open, what it pays itself aside. {@link OpenPayments.forget} must come before the next. */
  lookAt(institution: Account): void {
    const { in: credits, payer } = this.#graph;
    const from = credits.starts[institution]!;
    this.#institution = institution;
    for (let at = credits.starts[institution + 1]! - 1 - from; at >= 0; at--) {
      const person = payer[credits.rows[from + at]!]!;
      if (person === institution) continue;
      this.#next[at] = this.#first[person]!;
      this.#first[person] = at;
    }
  }

  /** The earliest open payment of this payer that fits, which is then no longer open; undefined if none does. */
  take(person: Account, fits: (payment: Row) => boolean): Row | undefined {
    const { starts, rows } = this.#graph.in;
    const from = starts[this.#institution]!;
    let before = -1;
    for (let at = this.#first[person]!; at >= 0; at = this.#next[at]!) {
      const row = rows[from + at]!;
      if (fits(row)) {
        if (before < 0) this.#first[person] = this.#next[at]!;
        else this.#next[before] = this.#next[at]!;
        return row;
      }
      before = at;
    }
    return undefined;
  }

  /** Nothing is open any more. */
  forget(): void {
    const { in: credits, payer } = this.#graph;
    const [from, to] = [credits.starts[this.#institution]!, credits.starts[this.#institution + 1]!];
    for (let p = from; p < to; p++) this.#first[payer[credits.rows[p]!]!] = -1;
  }
}
