import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, type PassWeights, scoreColumns, type SignWeights } from '../../../src/judgement/index.js';

const signArbitrary = fc
  .record({
    rises: fc.boolean(),
    edges: fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 9 }),
    weights: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 10, maxLength: 10 }),
    missing: fc.double({ min: -3, max: 0, noNaN: true }),
  })
  .map(({ rises, edges, weights, missing }): SignWeights => {
    const ascending = weights.slice(0, edges.length + 1).sort((a, b) => a - b);
    return {
      name: 'sign',
      direction: rises ? '+' : '-',
      row: 'row',
      edges: edges.sort((a, b) => a - b).map((edge) => edge / 8),
      weights: rises ? ascending : ascending.reverse(),
      missing,
    };
  });
const passArbitrary = fc
  .array(signArbitrary, { maxLength: 4 })
  .map((signs): PassWeights => ({ bias: -4, signs: signs.map((sign, i) => ({ ...sign, name: `s${i}` })) }));
const valueArbitrary = fc.oneof(fc.constant(NaN), fc.double({ min: -4, max: 4, noNaN: true }));

function scoreOf(pass: PassWeights, values: readonly number[]): number {
  const columns = values.map((value, i) => ({ name: `s${i}`, values: Float64Array.of(value) }));
  return scoreColumns(pass, columns, 1)[0]!;
}

describe('the score of signs', () => {
  it('is the bias and the weight of each value, missing ones with their own', () => {
    fc.assert(
      fc.property(passArbitrary, fc.array(valueArbitrary, { minLength: 4, maxLength: 4 }), (pass, values) => {
        let expected = pass.bias;
        pass.signs.forEach(({ edges, weights, missing }, i) => {
          const value = values[i]!;
          expected += Number.isNaN(value) ? missing : weights[edges.filter((edge) => edge < value).length]!;
        });
        expect(scoreOf(pass, values)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('never falls when there is more of what speaks for it, or less of what speaks against it', () => {
    fc.assert(
      fc.property(
        passArbitrary,
        fc.array(valueArbitrary, { minLength: 4, maxLength: 4 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (pass, values, more) => {
          const stronger = values.map((value, i) => value + (pass.signs[i]?.direction === '-' ? -more : more));
          expect(scoreOf(pass, stronger)).toBeGreaterThanOrEqual(scoreOf(pass, values) - 1e-12);
        },
      ),
    );
  });

  it('takes a sign that nobody measured as missing, and ignores columns it does not know', () => {
    const sign: SignWeights = { name: 's', direction: '+', row: 'r', edges: [1], weights: [0, 1], missing: -0.5 };
    const strange = { name: 'strange', values: Float64Array.of(9, 9) };
    expect([...scoreColumns({ bias: -1, signs: [sign] }, [strange], 2)]).toEqual([-1.5, -1.5]);
  });

  it('puts a value at a cut point, or off it by rounding, into the lower bin', () => {
    for (const edge of [0.3, 1, 0]) {
      expect(binOf([edge, edge + 1], edge)).toBe(0);
      expect(binOf([edge, edge + 1], edge * (1 + 1e-15))).toBe(0);
      expect(binOf([edge, edge + 1], edge + 1e-6)).toBe(1);
    }
    expect(binOf([0.1 + 0.2], 0.3)).toBe(binOf([0.3], 0.1 + 0.2));
  });
});
