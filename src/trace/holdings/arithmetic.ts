import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from '../../foundation/index.js';

/**
 * How amounts are kept. The engine is written once for any kind of amount; each run takes an arithmetic of its own, which
 * remembers whether it had to round.
 */
export interface Arithmetic<Q> {
  readonly zero: Q;
  /** From whole minor units: the exact value if there is one, else the number. */
  of(minor: number, exact?: bigint): Q;
  /** Least amount of this kind that is not below the fraction. */
  notBelow(value: Fraction): Q;
  toFraction(amount: Q): Fraction;
  add(left: Q, right: Q): Q;
  subtract(left: Q, right: Q): Q;
  /** Negative, zero or positive. */
  compare(left: Q, right: Q): number;
  isZero(amount: Q): boolean;
  /**
   * Divides `amount` in proportion to `parts`, whose sum is `whole`. The shares add up to `amount`; whole units that are
   * missing go to the largest remainders, ties to the earlier part.
   */
  share(amount: Q, parts: readonly Q[], whole: Q): Q[];
  /** Divisions so far that did not come out in whole minor units. */
  readonly unevenDivisions: number;
  /** Whether amounts have grown beyond what this arithmetic is willing to carry. */
  readonly exhausted: boolean;
}

/** Whole minor units as numbers; every sum of the run must stay below 2^53. */
export class MinorNumbers implements Arithmetic<number> {
  readonly zero = 0;
  readonly exhausted = false;
  unevenDivisions = 0;

  of(minor: number): number {
    return minor;
  }

  notBelow(value: Fraction): number {
    return Number(ceiling(value));
  }

  toFraction(amount: number): Fraction {
    return { numerator: BigInt(amount), denominator: 1n };
  }

  add(left: number, right: number): number {
    return left + right;
  }

  subtract(left: number, right: number): number {
    return left - right;
  }

  compare(left: number, right: number): number {
    return left - right;
  }

  isZero(amount: number): boolean {
    return amount === 0;
  }

  share(amount: number, parts: readonly number[], whole: number): number[] {
    const shares: number[] = [];
    const remainders: number[] = [];
    let missing = amount;
    for (const part of parts) {
      const product = amount * part;
      let remainder: number;
      let floor: number;
      if (product <= Number.MAX_SAFE_INTEGER) {
        remainder = product % whole;
        floor = (product - remainder) / whole;
      } else {
        const exact = BigInt(amount) * BigInt(part);
        remainder = Number(exact % BigInt(whole));
        floor = Number(exact / BigInt(whole));
      }
      shares.push(floor);
      remainders.push(remainder);
      missing -= floor;
    }
    if (missing > 0) this.unevenDivisions++;
    for (const at of largestFirst(remainders, missing, (a, b) => a - b)) shares[at]!++;
    return shares;
  }
}

/** Whole minor units of any size. */
export class MinorBigints implements Arithmetic<bigint> {
  readonly zero = 0n;
  readonly exhausted = false;
  unevenDivisions = 0;

  of(minor: number, exact?: bigint): bigint {
    return exact ?? BigInt(minor);
  }

  notBelow(value: Fraction): bigint {
    return ceiling(value);
  }

  toFraction(amount: bigint): Fraction {
    return { numerator: amount, denominator: 1n };
  }

  add(left: bigint, right: bigint): bigint {
    return left + right;
  }

  subtract(left: bigint, right: bigint): bigint {
    return left - right;
  }

  compare(left: bigint, right: bigint): number {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  isZero(amount: bigint): boolean {
    return amount === 0n;
  }

  share(amount: bigint, parts: readonly bigint[], whole: bigint): bigint[] {
    const shares = parts.map((part) => (amount * part) / whole);
    const missing = shares.reduce((open, share) => open - share, amount);
    if (missing === 0n) return shares;
    this.unevenDivisions++;
    const remainders = parts.map((part) => (amount * part) % whole);
    for (const at of largestFirst(remainders, Number(missing), (a, b) => this.compare(a, b))) shares[at]!++;
    return shares;
  }
}

/** Rational numbers. Divisions come out, so none is ever uneven in the end; the ones that left whole units are counted. */
export class Rationals implements Arithmetic<Fraction> {
  readonly zero = ZERO;
  unevenDivisions = 0;
  exhausted = false;
  readonly #largestDenominator: bigint | undefined;
  readonly #mostDivisions: number;

  /** Exhausted once a denominator has more than `digits` digits or more than `divisions` divisions were uneven. */
  constructor(digits = Infinity, divisions = Infinity) {
    this.#largestDenominator = digits === Infinity ? undefined : 10n ** BigInt(digits);
    this.#mostDivisions = divisions;
  }

  of(minor: number, exact?: bigint): Fraction {
    return { numerator: exact ?? BigInt(minor), denominator: 1n };
  }

  notBelow(value: Fraction): Fraction {
    return value;
  }

  toFraction(amount: Fraction): Fraction {
    return amount;
  }

  add(left: Fraction, right: Fraction): Fraction {
    return this.#watch(addFractions(left, right));
  }

  subtract(left: Fraction, right: Fraction): Fraction {
    return this.#watch(subtractFractions(left, right));
  }

  compare(left: Fraction, right: Fraction): number {
    return compareFractions(left, right);
  }

  isZero(amount: Fraction): boolean {
    return amount.numerator === 0n;
  }

  share(amount: Fraction, parts: readonly Fraction[], whole: Fraction): Fraction[] {
    const rate = divideFractions(amount, whole);
    const shares = parts.map((part) => this.#watch(multiplyFractions(part, rate)));
    if (shares.some(({ denominator }) => denominator !== 1n) && ++this.unevenDivisions > this.#mostDivisions) {
      this.exhausted = true;
    }
    return shares;
  }

  #watch(value: Fraction): Fraction {
    const most = this.#largestDenominator;
    if (most !== undefined && value.denominator > most) this.exhausted = true;
    return value;
  }
}

/** Of a value that is not negative. */
function ceiling({ numerator, denominator }: Fraction): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** Positions of the `count` largest remainders, ties to the earlier one. */
function largestFirst<Q>(remainders: readonly Q[], count: number, compare: (a: Q, b: Q) => number): number[] {
  if (count === 0) return [];
  if (count === 1) {
    let largest = 0;
    for (let at = 1; at < remainders.length; at++) {
      if (compare(remainders[at]!, remainders[largest]!) > 0) largest = at;
    }
    return [largest];
  }
  const positions = Array.from(remainders.keys());
  return positions.sort((a, b) => compare(remainders[b]!, remainders[a]!) || a - b).slice(0, count);
}
