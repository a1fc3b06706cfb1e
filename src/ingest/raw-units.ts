import { type ParsedAmount } from './parse-amount.js';

/** Tokens have at most this many decimals in practice; with more an amount would have more digits than are kept exactly. */
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

/**
 * An amount as its column means it: as written, or of smallest units, which are whole.
 *
 * @param isRaw whether the units stay as they are, since nobody says their decimals
 * @param decimals the cell that says them; undefined = there is none
 */
export function inWholeUnits(
  amount: ParsedAmount,
  isRaw: boolean,
  decimals: string | undefined,
): ParsedAmount | 'not-whole' | 'decimals' {
  if (decimals === undefined && !isRaw) return amount;
  if (amount.decimals > 0) return 'not-whole';
  if (decimals === undefined) return amount;
  const count = /^\d{1,2}$/.test(decimals) ? Number(decimals) : MOST_DECIMALS + 1;
  return count > MOST_DECIMALS ? 'decimals' : fromRawUnits(amount, count);
}

/** A currency of which smallest units are counted, told apart from the currency itself. */
export function rawName(currency: string, isRaw: boolean): string {
  return isRaw ? `raw ${currency}` : currency;
}
