import { type Row } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';

/**
 * An exact sum of paid amounts in minor units of one currency, fast for millions: whole numbers are added as doubles
 * while they stay exact, and carried over into a BigInt before they would not.
 */
export class ExactSum {
  #carried = 0n;
  #small = 0;

  /** Adds the paid amount of a row; a row without one adds nothing. */
  add({ columns, wideAmounts }: Ledger, row: Row): void {
    const minor = columns.amountMinor[row]!;
    if (Number.isNaN(minor)) return;
    const wide = wideAmounts.size > 0 ? wideAmounts.get(row) : undefined;
    if (wide !== undefined) {
      this.#carried += wide;
      return;
    }
    if (this.#small + minor > Number.MAX_SAFE_INTEGER) {
      this.#carried += BigInt(this.#small);
      this.#small = 0;
    }
    this.#small += minor;
  }

  get minor(): bigint {
    return this.#carried + BigInt(this.#small);
  }
}
