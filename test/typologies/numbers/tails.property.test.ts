import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonTail } from '../../../src/typologies/numbers/poisson-tail.js';
import { signTest } from '../../../src/typologies/numbers/sign-test.js';

/** Pascal's triangle, exactly. */
function binomial(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - i + 1)) / BigInt(i);
  return value;
}

describe('the sign test', () => {
  it('is the exact binomial tail', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (ups, downs) => {
        let ways = 0n;
        for (let heads = ups; heads <= ups + downs; heads++) ways += binomial(ups + downs, heads);
        expect(signTest(ups, downs)).toBeCloseTo(Number(ways) / 2 ** (ups + downs), 10);
      }),
    );
  });

  it('needs seven of seven to beat one in a hundred, and stands thousands', () => {
    expect([signTest(6, 0), signTest(7, 0)]).toEqual([1 / 64, 1 / 128].map((p) => expect.closeTo(p, 14) as number));
    expect(signTest(5000, 5000)).toBeCloseTo(0.504, 3);
    expect(signTest(0, 0)).toBe(1);
  });
});

describe('the Poisson tail', () => {
  it('is one less the terms below', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.double({ min: 0, max: 20, noNaN: true }), (count, mean) => {
        let below = 0;
        let term = Math.exp(-mean);
        for (let k = 0; k < count; k++) {
          below += term;
          term *= mean / (k + 1);
        }
        expect(poissonTail(count, mean)).toBeCloseTo(1 - below, 10);
      }),
    );
  });

  it('stays exact where the tail is tiny', () => {
    expect(poissonTail(20, 1) / 1.582e-19).toBeCloseTo(1, 2);
    expect([poissonTail(0, 3), poissonTail(3, 0)]).toEqual([1, 0]);
  });
});
