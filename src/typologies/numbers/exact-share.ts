import { parseExactDecimal, UsageError } from '../../foundation/index.js';

/** A share or ratio as an exact fraction, so that no decision hangs on binary rounding. */
export interface ExactShare {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The decimal a parameter is written as: 0.9 is nine tenths, not the nearest double.
 * @throws UsageError `exact-share` for a number that has no plain decimal text
 */
export function exactShare(value: number): ExactShare {
  const decimal = parseExactDecimal(String(value));
  if (decimal === undefined) throw new UsageError('exact-share', `Expected a plain decimal but received ${value}`);
  return { numerator: decimal.mantissa, denominator: 10n ** BigInt(decimal.decimals) };
}

/** Whether part / whole >= share, exactly. False if there is no whole. */
export function atLeastShare(part: bigint, whole: bigint, share: ExactShare): boolean {
  return whole > 0n && part * share.denominator >= share.numerator * whole;
}

/** Whether part / whole <= share, exactly. False if there is no whole. */
export function atMostShare(part: bigint, whole: bigint, share: ExactShare): boolean {
  return whole > 0n && part * share.denominator <= share.numerator * whole;
}

/** part / whole with six decimals, cut off, for showing only; 0 if there is no whole. */
export function shownShare(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}
