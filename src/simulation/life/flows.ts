import { inReference } from '../currencies.js';
import { type Stage } from '../stage.js';

/** What came to and went from every account so far, seen or not, in hundredths of the unit of reference. */
export class Flows {
  readonly #in: Float64Array;
  readonly #out: Float64Array;

  constructor({ sheet, book }: Stage) {
    this.#in = new Float64Array(book.size);
    this.#out = new Float64Array(book.size);
    for (let row = 0; row < sheet.length; row++) {
      const value = inReference(sheet.amountMinor.array[row]!, sheet.currency.array[row]!);
      const merchant = sheet.merchant.array[row]!;
      this.#out[sheet.payer.array[row]!]! += value;
      this.#in[merchant >= 0 ? merchant : sheet.beneficiary.array[row]!]! += value;
    }
  }

  /** 0 for an account opened since. */
  incoming(account: number): number {
    return this.#in[account] ?? 0;
  }

  outgoing(account: number): number {
    return this.#out[account] ?? 0;
  }
}
