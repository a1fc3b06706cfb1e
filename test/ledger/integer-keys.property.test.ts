import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerKeys } from '../../src/ledger/canonical-order.js';

/** Integers of one step, with a few that belong to another. */
const values = fc
  .tuple(
    fc.constantFrom(1, 1000, 60_000, 3_600_000, 86_400_000),
    fc.constantFrom(3, 1000, 2 ** 20, 2 ** 25),
    fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
    fc.array(fc.constantFrom(0, 1, 1000, 2 ** 34, 60_000 * 2 ** 33), { maxLength: 3 }),
  )
  .map(([step, most, first, shares, others]) =>
    Float64Array.from([...shares.map((share) => first + step * Math.floor(share * most)), ...others]),
  );

describe('integerKeys', () => {
  it('order like the integers', () => {
    fc.assert(
      fc.property(values, (given) => {
        const keys = integerKeys(given);
        const wholes = Array.from(given, (_, i) => keys.reduce((sum, key) => sum * 2n ** 32n + BigInt(key[i]!), 0n));
        for (let a = 0; a < given.length; a++) {
          for (let b = 0; b < given.length; b++) {
            expect(Math.sign(Number(wholes[a]! - wholes[b]!))).toBe(Math.sign(given[a]! - given[b]!));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are one key for minutes of centuries, and two for milliseconds of years', () => {
    const year = 365 * 86_400_000;
    expect(integerKeys(Float64Array.of(0, 60_000, 500 * year))).toHaveLength(1);
    expect(integerKeys(Float64Array.of(0, 1, year))).toHaveLength(2);
    expect(integerKeys(Float64Array.of(0, 86_400_000 * 2 ** 26, 1))).toHaveLength(2);
    expect(integerKeys(new Float64Array(0))).toHaveLength(1);
  });
});
