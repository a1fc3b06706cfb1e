import { formatFraction, type Fraction } from '../../foundation/index.js';
import { type Currency } from '../../ledger/index.js';
import { type AmountRange, printAmount, printsExactly } from '../../trace/index.js';
import type { TracedRange } from './trace-schema.js';

/** One amount under each rule as plain text, with the exact fraction wherever the text is rounded. */
export function mintRange(
  rules: readonly TracedRange['amounts'][number]['rule'][],
  { byRule, lowest, highest }: AmountRange,
  { code, scale }: Pick<Currency, 'code' | 'scale'>,
): TracedRange {
  return {
    currency: code,
    amounts: rules.flatMap((rule, i) => (rule === 'poison' ? [] : [{ rule, ...mintAmount(byRule[i]!, scale) }])),
    lowest: printAmount(lowest, scale),
    highest: printAmount(highest, scale),
  };
}

function mintAmount(amount: Fraction, scale: number): { amount: string; exactMinor?: string } {
  const text = printAmount(amount, scale);
  return printsExactly(amount) ? { amount: text } : { amount: text, exactMinor: formatFraction(amount) };
}
