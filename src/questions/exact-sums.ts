import { type Sum } from './asked-case.js';

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** Decimal text as an exact count of units of `10^-digits`; text that is no decimal number counts for nothing. */
export function toUnits(amount: string, digits: number): bigint {
  if (!DECIMAL.test(amount)) return 0n;
  const [front = '0', back = ''] = amount.split('.');
  return BigInt(front + back.padEnd(digits, '0'));
}

/** Units as decimal text. */
export function fromUnits(units: bigint, digits: number): string {
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const number = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return units < 0n ? `-${number}` : number;
}

/** Decimals of the longest fraction among amounts. */
export function digitsOf(amounts: Iterable<string>): number {
  let digits = 0;
  for (const amount of amounts) digits = Math.max(digits, amount.split('.')[1]?.length ?? 0);
  return digits;
}

/** Sums of one currency under each other: exact, in decimal text. Left out where nothing of a currency was added. */
export class ExactSums {
  readonly #units = new Map<number, bigint>();

  add(currency: number, units: bigint | null): void {
    if (units !== null) this.#units.set(currency, (this.#units.get(currency) ?? 0n) + units);
  }

  /** In the order of the currencies. */
  list({ codes, digits }: { readonly codes: readonly string[]; readonly digits: readonly number[] }): Sum[] {
    return [...this.#units]
      .sort(([a], [b]) => a - b)
      .map(([currency, units]) => ({ currency: codes[currency]!, amount: fromUnits(units, digits[currency]!) }));
  }
}
