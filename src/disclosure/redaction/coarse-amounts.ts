import { formatMinor, parseExactDecimal } from '../../foundation/index.js';

/** An amount rounded to two significant digits, half up: `1234.50` is `1200`, `0.0456` is `0.046`. Undefined for what is no number. */
export function toTwoDigits(amount: string): string | undefined {
  return withDigits(amount, (digits, drop) => (drop <= 0 ? digits : roundedAt(digits, drop)), 2);
}

/**
 * The lower end of the power of ten that an amount lies in: `1234.50` is `1000`, which reads "from 1000 to under 10000". Zero
 * stays zero. Undefined for what is no number.
 */
export function toPowerOfTen(amount: string): string | undefined {
  return withDigits(amount, (digits, drop) => (digits === 0n ? 0n : 10n ** BigInt(drop)), 1);
}

/** Two significant digits of a plain number. */
export function roundedNumber(value: number): number {
  return Number(value.toPrecision(2));
}

function roundedAt(digits: bigint, drop: number): bigint {
  const unit = 10n ** BigInt(drop);
  return ((digits + unit / 2n) / unit) * unit;
}

/** `drop`: digits behind the first `keep` ones. */
function withDigits(
  amount: string,
  change: (digits: bigint, drop: number) => bigint,
  keep: number,
): string | undefined {
  const exact = parseExactDecimal(amount);
  if (exact === undefined) return undefined;
  const { mantissa, decimals } = exact;
  const size = mantissa < 0n ? -mantissa : mantissa;
  const changed = change(size, size.toString().length - keep);
  const text = formatMinor(mantissa < 0n ? -changed : changed, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}
