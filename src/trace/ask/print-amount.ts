import { formatMinor, type Fraction } from '../../foundation/index.js';

/** Decimals beyond the currency's own that are printed rather than rounded. */
const EXTRA_DECIMALS = 4;

/** Whether {@link printAmount} shows the fraction to the last digit. */
export function printsExactly({ denominator }: Fraction): boolean {
  return 10n ** BigInt(EXTRA_DECIMALS) % denominator === 0n;
}

/**
 * Decimal text of a fraction of minor units, not negative: exact if it takes at most four decimals more than the currency
 * has, else rounded to the nearest minor unit, halves up, which is the largest remainder between the claimed part of an
 * item and the rest of it. Columns of rounded items may miss their sum by a unit; never feed printed values back.
 */
export function printAmount(amount: Fraction, scale: number): string {
  const { numerator, denominator } = amount;
  if (denominator === 1n) return formatMinor(numerator, scale);
  if (!printsExactly(amount)) return formatMinor(nearestMinor(amount), scale);
  let digits = numerator * (10n ** BigInt(EXTRA_DECIMALS) / denominator);
  let decimals = EXTRA_DECIMALS;
  while (digits % 10n === 0n) {
    digits /= 10n;
    decimals--;
  }
  return formatMinor(digits, scale + decimals);
}

/** The nearest whole number of minor units, halves up, of a fraction that is not negative. */
export function nearestMinor({ numerator, denominator }: Fraction): bigint {
  return denominator === 1n ? numerator : (2n * numerator + denominator) / (2n * denominator);
}
