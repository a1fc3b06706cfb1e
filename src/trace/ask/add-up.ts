import { addFractions, type Fraction, fraction } from '../../foundation/index.js';

/** Denominators with more digits than this are not carried on: sums over thousands of accounts would grow without end. */
const MOST_DENOMINATOR = 10n ** 200n;
const PLACES = 10n ** 12n;

/** Sum of two amounts: exact up to denominators of 200 digits, beyond them to twelve decimals of a minor unit. */
export function addUp(left: Fraction, right: Fraction): Fraction {
  const sum = addFractions(left, right);
  if (sum.denominator <= MOST_DENOMINATOR) return sum;
  return fraction((2n * sum.numerator * PLACES + sum.denominator) / (2n * sum.denominator), PLACES);
}
