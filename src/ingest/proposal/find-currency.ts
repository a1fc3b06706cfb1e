import { canonicalCurrency } from '../vocabulary/currencies.js';
import { CURRENCY_CODES } from '../vocabulary/currency-codes.js';
import { conceptsOf } from './header-concepts.js';

/** Words of headers and titles that mean one currency in the languages that use them. */
const WORDS = new Map([
  ...['euro', 'euros', 'eur', 'ευρώ', 'евро', 'avro'].map((word) => [word, 'EUR'] as const),
  ...['tl', 'türk lirası'].map((word) => [word, 'TRY'] as const),
  ['sfr', 'CHF'],
  ['zł', 'PLN'],
  ['rub', 'RUB'],
  ['eth', 'ETH'],
  ['btc', 'BTC'],
  ['usdt', 'USDT'],
]);
const CODES = new Set(CURRENCY_CODES);

/**
 * The currency that a name of an amount's column says (`Betrag (EUR)`, `Débit euros`), or a title that is about the currency
 * (`Währung: CHF`); undefined for none, and for several.
 */
export function currencyInText(text: string, isColumn: boolean): string | undefined {
  if (text === '' || (!isColumn && !isAboutCurrency(text))) return undefined;
  const found = new Set<string>();
  for (const word of text.match(/[\p{L}\p{M}]+|\p{Sc}/gu) ?? []) {
    const known = WORDS.get(word.toLowerCase()) ?? (CODES.has(word) ? word : undefined);
    const symbol = /\p{Sc}/u.test(word) ? canonicalCurrency(word) : undefined;
    const currency = known ?? (symbol !== undefined && CODES.has(symbol) ? symbol : undefined);
    if (currency !== undefined) found.add(currency);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The first currency that lines above the header say, in a line about it or below such a line. */
export function currencyInTitles(titles: readonly string[]): string | undefined {
  for (const [i, line] of titles.entries()) {
    const isBelow = i > 0 && conceptsOf(titles[i - 1]!).has('currency') && /^\s*\p{L}+\s*$/u.test(line);
    const found = currencyInText(line, isBelow);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isAboutCurrency(text: string): boolean {
  return conceptsOf(text).has('currency') || [...WORDS.keys()].some((word) => text.toLowerCase().endsWith(` ${word}`));
}
