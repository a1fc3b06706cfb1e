import { type CurrencyRules } from './row-plan.js';
import { canonicalCurrency, NO_CURRENCY } from './vocabulary/currencies.js';

/** A currency as the ledger keeps it; undefined for a text that is none, by what everybody knows and the mapping declares. */
export function knownCurrency(text: string, { declared, any }: CurrencyRules): string | undefined {
  if (declared.has(text)) return text;
  const known = canonicalCurrency(text);
  if (known !== undefined) return known;
  return any && text !== '' && text.toUpperCase() !== NO_CURRENCY ? text : undefined;
}
