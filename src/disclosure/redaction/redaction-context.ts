import type { CaseDocument } from '../document/case-schema.js';
import { CurrencyLabels } from './currency-labels.js';
import { type Pseudonyms } from './pseudonyms.js';
import { toPowerOfTen, toTwoDigits } from './coarse-amounts.js';

/** Sums of a document, by currency. */
export type Sums = CaseDocument['leads'][number]['paidIn'];

/** What all parts of one redacted document share. */
export interface RedactionContext {
  readonly pseudonyms: Pseudonyms;
  readonly currencies: CurrencyLabels;
  /** Numbers that stand for file and line, the same wherever one transfer is meant. */
  readonly lines: LineNumbers;
}

export function createContext(pseudonyms: Pseudonyms): RedactionContext {
  return { pseudonyms, currencies: new CurrencyLabels(), lines: new LineNumbers() };
}

/** Numbers for files and lines in the order in which they are first asked for. */
class LineNumbers {
  readonly #files = new Map<string, { readonly name: string; readonly lines: Map<number, number> }>();
  #count = 0;

  file(name: string): string {
    return this.#of(name).name;
  }

  line(file: string, line: number): number {
    const { lines } = this.#of(file);
    const known = lines.get(line) ?? ++this.#count;
    lines.set(line, known);
    return known;
  }

  #of(file: string): { readonly name: string; readonly lines: Map<number, number> } {
    const known = this.#files.get(file) ?? { name: `file ${String(this.#files.size + 1)}`, lines: new Map() };
    this.#files.set(file, known);
    return known;
  }
}

/** Sums with two significant digits. What is no number is left out. */
export function roundedSums({ currencies }: RedactionContext, sums: Sums): Sums {
  return changed(currencies, sums, toTwoDigits);
}

/** Sums as powers of ten. */
export function bandedSums({ currencies }: RedactionContext, sums: Sums): Sums {
  return changed(currencies, sums, toPowerOfTen);
}

function changed(currencies: CurrencyLabels, sums: Sums, change: (amount: string) => string | undefined): Sums {
  return sums.flatMap(({ currency, amount }) => {
    const coarse = change(amount);
    return coarse === undefined ? [] : [{ currency: currencies.label(currency), amount: coarse }];
  });
}
