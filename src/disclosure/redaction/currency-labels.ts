/** Currencies by codes; what is none gets a number, so that sums of two currencies stay apart. */
export class CurrencyLabels {
  readonly #others = new Map<string, string>();

  label(currency: string): string {
    if (/^[A-Z]{3,5}$/u.test(currency)) return currency;
    const known = this.#others.get(currency) ?? `currency ${String(this.#others.size + 1)}`;
    this.#others.set(currency, known);
    return known;
  }
}
