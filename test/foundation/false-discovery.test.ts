import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForMany } from '../../src/foundation/index.js';

/** The definition, read aloud: the least of p(j) * M / j over all j from the rank on, and at most 1. */
function slowly(pValues: readonly number[]): number[] {
  const ascending = [...pValues].sort((left, right) => left - right);
  return pValues.map((p) => {
    const rank = ascending.indexOf(p) + 1;
    const candidates = ascending.map((other, i) => (i + 1 >= rank ? (other * ascending.length) / (i + 1) : 1));
    return Math.min(1, ...candidates);
  });
}

describe('adjustForMany', () => {
  it('gives the worked example of Benjamini and Hochberg', () => {
    const adjusted = adjustForMany([0.01, 0.04, 0.03, 0.005, 0.2, 0.55]);
    for (const [i, expected] of [0.03, 0.06, 0.06, 0.03, 0.24, 0.55].entries()) {
      expect(adjusted[i]).toBeCloseTo(expected, 12);
    }
  });

  it('leaves one hypothesis as it is, and none', () => {
    expect(adjustForMany([0.02])).toEqual([0.02]);
    expect(adjustForMany([])).toEqual([]);
  });

  it('agrees with the definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 40 }), (thousandths) => {
        const pValues = thousandths.map((value) => value / 1000);
        const expected = slowly(pValues);
        adjustForMany(pValues).forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i]!, 12);
        });
      }),
    );
  });
});
