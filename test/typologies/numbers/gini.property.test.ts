import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';
import { giniOf, isAtMost } from '../../../src/typologies/numbers/gini.js';

describe('the Gini coefficient', () => {
  it('is half the mean difference of two, as a share of the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (sums) => {
        const whole = sums.reduce((sum, one) => sum + one, 0);
        const differences = sums.flatMap((one) => sums.map((other) => Math.abs(one - other)));
        const half = differences.reduce((sum, one) => sum + one, 0) / 2;
        const { numerator, denominator } = giniOf(sums.map(BigInt));
        const expected = whole === 0 ? 0 : half / (sums.length * whole);
        expect(Number(numerator) / Number(denominator)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('is compared exactly', () => {
    // One of two has all: exactly one half.
    expect(isAtMost(giniOf([0n, 7n]), exactShare(0.5))).toBe(true);
    expect(isAtMost(giniOf([0n, 7n]), exactShare(0.4999))).toBe(false);
    expect(giniOf([])).toEqual({ numerator: 0n, denominator: 1n });
  });
});
