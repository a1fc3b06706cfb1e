import { type ExactShare } from './exact-share.js';

/** A Gini coefficient as a fraction: 0 where all have the same, close to 1 where one has all. */
export interface Gini {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The Gini coefficient of sums, exactly: sum over i of (2i - n - 1) x_i, divided by n times the sum of all x, with x ascending and
 * i from 1 (C. Gini, "Variabilità e mutabilità", 1912, in the form for sorted values). 0 / 1 without any sum above zero.
 * O(n log n).
 */
export function giniOf(sums: readonly bigint[]): Gini {
  const ascending = [...sums].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const n = BigInt(sums.length);
  let [numerator, whole, place] = [0n, 0n, 0n];
  for (const sum of ascending) {
    place++;
    numerator += (2n * place - n - 1n) * sum;
    whole += sum;
  }
  return whole > 0n ? { numerator, denominator: n * whole } : { numerator: 0n, denominator: 1n };
}

/** Whether the coefficient is at most `most`, exactly. */
export function isAtMost({ numerator, denominator }: Gini, most: ExactShare): boolean {
  return numerator * most.denominator <= most.numerator * denominator;
}
