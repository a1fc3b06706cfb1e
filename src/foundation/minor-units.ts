const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** Decimals of the longest fraction among amounts in decimal text. */
export function digitsOf(amounts: Iterable<string>): number {
  let digits = 0;
  for (const amount of amounts) digits = Math.max(digits, amount.split('.')[1]?.length ?? 0);
  return digits;
}

/**
 * Decimal text as an exact count of units of `10^-digits`: `toMinor('1.5', 2)` is `150n`. `digits` is at least the number of
 * decimals of the text, as {@link digitsOf} finds it; text that is no decimal number counts for nothing.
 */
export function toMinor(amount: string, digits: number): bigint {
  if (!DECIMAL.test(amount)) return 0n;
  const [front = '0', back = ''] = amount.split('.');
  return BigInt(front + back.padEnd(digits, '0'));
}

/** Decimal text of integer minor units: `formatMinor(-1250n, 2)` is `-12.50`. Never exponent notation. */
export function formatMinor(minor: bigint, scale: number): string {
  const negative = minor < 0n;
  const digits = (negative ? -minor : minor).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}
