import { CURRENCY_CODES } from './currency-codes.js';
import { CURRENCY_SYMBOLS, CURRENCY_WORDS } from './currency-words.js';

/** The code of ISO 4217 for "no currency". */
export const NO_CURRENCY = 'XXX';

const CODES = new Set(CURRENCY_CODES);
const SYMBOLS = new Map(CURRENCY_SYMBOLS);
const WORDS = new Set(CURRENCY_WORDS.map(foldCurrency));

/**
 * A currency as the ledger keeps it, or undefined for a text that everybody knows as none: codes of ISO 4217 in capitals,
 * symbols that stand for one currency as its code, words (`US Dollar`) and shared symbols (`$`, `kr`) as written. Words
 * are not turned into codes: `Dollar` alone says too little, and a file that writes words writes no codes.
 */
export function canonicalCurrency(text: string): string | undefined {
  if (CODES.has(text)) return text;
  if (text.length > 60) return undefined;
  const capitals = text.toUpperCase();
  if (CODES.has(capitals)) return capitals;
  const symbol = SYMBOLS.get(text);
  if (symbol !== undefined) return symbol;
  return WORDS.has(foldCurrency(text)) ? text : undefined;
}

function foldCurrency(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
}
