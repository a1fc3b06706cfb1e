import { type ParsedAmount } from './parse-amount.js';

/** Tokens have at most so many decimals in practice; with more an amount would have more digits than are kept exactly. */
export const MOST_DECIMALS = 36;

/**
 * A whole number of smallest units as an amount of what they are parts of: 1500000 with 6 decimals is 1.5.
 *
 * @param amount without decimals of its own
 */
export function fromRawUnits(amount: ParsedAmount, decimals: number): ParsedAmount {
  let left = decimals;
  let exact = amount.wide ?? BigInt(amount.mantissa);
  for (; left > 0 && exact % 10n === 0n; left--) exact /= 10n;
  const mantissa = Number(exact);
  const wide = Number.isSafeInteger(mantissa) ? undefined : exact;
  return { negative: amount.negative, mantissa, decimals: left, wide };
}

/** A currency of which smallest units are counted, told apart from the currency itself. */
export function rawName(currency: string, isRaw: boolean): string {
  return isRaw ? `raw ${currency}` : currency;
}
