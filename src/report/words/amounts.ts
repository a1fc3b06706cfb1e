/** Decimals of the longest fraction among amounts in decimal text. */
export function digitsOf(amounts: Iterable<string>): number {
  let digits = 0;
  for (const amount of amounts) {
    const point = amount.indexOf('.');
    if (point >= 0) digits = Math.max(digits, amount.length - point - 1);
  }
  return digits;
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** Decimal text as an exact count of minor units with this many decimals; text that is no decimal number counts for nothing. */
export function toMinor(amount: string, digits: number): bigint {
  if (!DECIMAL.test(amount)) return 0n;
  const [front = '0', back = ''] = amount.split('.');
  return BigInt(front + back.padEnd(digits, '0'));
}

/** Minor units as decimal text. */
export function fromMinor(minor: bigint, digits: number): string {
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const sign = minor < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
