import type { LeadDocument } from './lead-schema.js';
import { type Sum } from './sums.js';

type SameAmount = LeadDocument['sameAmounts'][number];

/** `1 payer`, `1,234 payers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(String(count))} ${count === 1 ? one : many}`;
}

/** `EUR 1,234.56 and USD 3.00`, or `nothing`. */
export function sumsInWords(sums: readonly Sum[]): string {
  return joined(sums.map(({ currency, amount }) => `${currency} ${grouped(amount)}`)) || 'nothing';
}

/** How many payments have one amount, in a sentence. */
export function sameAmountInWords({ currency, amount, payments, of, payers }: SameAmount): string {
  const share = payments === of ? 'All' : `${grouped(String(payments))} of the`;
  const all = `${share} ${counted(of, 'exceptional payment')} in ${currency}`;
  return `${all} are of the same ${currency} ${grouped(amount)}, from ${counted(payers, 'payer')}.`;
}

/** `a, b and c`; empty for nothing. */
export function joined(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

/** A decimal text with its thousands set apart. */
export function grouped(decimal: string): string {
  const [whole = '', ...rest] = decimal.split('.');
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','), ...rest].join('.');
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `12 Jan 2024` of an instant as text; anything else as it is. */
export function dayInWords(instant: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(instant) ?? [];
  return year === undefined ? instant : `${Number(day)} ${MONTHS[Number(month) - 1]!} ${year}`;
}

/** The same text with a small first letter. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
