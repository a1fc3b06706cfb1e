import { formatMinor } from '../foundation/index.js';
import { type Sum } from './asked-case.js';

/** Sums of one currency under each other: exact, in decimal text. Left out where nothing of a currency was added. */
export class ExactSums {
  readonly #units = new Map<number, bigint>();

  add(currency: number, units: bigint | null): void {
    if (units !== null) this.#units.set(currency, (this.#units.get(currency) ?? 0n) + units);
  }

  /** In the order of the currencies. */
  list({ codes, digits }: { readonly codes: readonly string[]; readonly digits: readonly number[] }): Sum[] {
    return [...this.#units]
      .sort(([a], [b]) => a - b)
      .map(([currency, units]) => ({ currency: codes[currency]!, amount: formatMinor(units, digits[currency]!) }));
  }
}
