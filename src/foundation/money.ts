import { Decimal as SharedDecimal } from 'decimal.js';
import { UsageError } from './errors.js';
import { formatMinor } from './minor-units.js';

/** A private clone, so that nobody's global settings reach our arithmetic. 40 digits hold any amount seen in practice. */
const Decimal = SharedDecimal.clone({ precision: 40, toExpNeg: -1000, toExpPos: 1000 });

/** More digits than this, before or after the mark, is not an amount. Keeps 1e400 from growing into a BigInt. */
export const MAX_AMOUNT_DIGITS = 38;

/** The one spelling of a number that reaches decimal.js: sign, digits, mark, exponent. */
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/** A number that is read without decimal.js, which takes ten times as long; nearly all amounts are such numbers. */
const SHORT_NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** An exact decimal: `mantissa / 10^decimals`, with no trailing zero after the mark. */
export interface ExactDecimal {
  readonly mantissa: bigint;
  readonly decimals: number;
}

/**
 * Reads a plain decimal text (`-12.50`, `.5`, `4.22676E+15`) without loss.
 *
 * @returns the exact value, or undefined if the text is no number or needs more than {@link MAX_AMOUNT_DIGITS} digits
 *   on either side of the mark. Marks of thousands, currency signs and blanks are the caller's to remove.
 */
export function parseExactDecimal(text: string): ExactDecimal | undefined {
  if (SHORT_NUMBER.test(text)) return shortDecimal(text);
  if (text.length > 100 || !PLAIN_NUMBER.test(text)) return undefined;
  const value = new Decimal(text);
  if (value.isZero()) return { mantissa: 0n, decimals: 0 };
  const decimals = value.decimalPlaces();
  if (decimals > MAX_AMOUNT_DIGITS || value.e >= MAX_AMOUNT_DIGITS || value.precision(true) > MAX_AMOUNT_DIGITS) {
    return undefined;
  }
  return { mantissa: BigInt(value.toFixed(decimals).replace('.', '')), decimals };
}

function shortDecimal(text: string): ExactDecimal {
  const point = text.indexOf('.');
  if (point < 0) return { mantissa: BigInt(text), decimals: 0 };
  let end = text.length;
  while (text[end - 1] === '0') end--;
  return { mantissa: BigInt(text.slice(0, point) + text.slice(point + 1, end)), decimals: end - point - 1 };
}

/**
 * An exact amount of one currency: integer `minor` units of `10^-scale`. `scale` is what the data needs, not the ISO
 * number of digits. Sums of different currencies do not exist here on purpose.
 */
export interface Money {
  readonly minor: bigint;
  readonly scale: number;
  readonly currency: string;
}

/** Decimal text of an amount, without its currency. */
export function formatMoney(money: Money): string {
  return formatMinor(money.minor, money.scale);
}

/**
 * Sum of two amounts of the same currency and scale.
 * @throws UsageError `currency-mismatch` otherwise: there is no rate table here.
 */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency || left.scale !== right.scale) {
    throw new UsageError('currency-mismatch', `Expected ${left.currency} but received ${right.currency}`);
  }
  return { ...left, minor: left.minor + right.minor };
}
