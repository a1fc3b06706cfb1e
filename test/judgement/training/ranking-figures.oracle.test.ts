import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binCodes, fineEdges } from '../../../scripts/weights/fine-edges.js';
import { areaUnderCurve, averagePrecision } from '../../../scripts/weights/ranking-figures.js';
import { directionOf } from '../../../scripts/weights/sign-direction.js';

const rowsArbitrary = fc
  .array(
    fc.record({
      value: fc.constantFrom(NaN, 0, 1, 2, 3),
      label: fc.constantFrom(0, 1),
      weight: fc.constantFrom(1, 3),
    }),
    { maxLength: 15 },
  )
  .map((rows) => ({
    values: Float32Array.from(rows, ({ value }) => value),
    labels: Uint8Array.from(rows, ({ label }) => label),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  }));

describe('figures of a ranking', () => {
  it('count pairs as comparing each with each does', () => {
    fc.assert(
      fc.property(rowsArbitrary, ({ values, labels, weights }) => {
        let [wins, pairs] = [0, 0];
        values.forEach((high, i) => {
          values.forEach((low, j) => {
            if (labels[i] !== 1 || labels[j] !== 0 || Number.isNaN(high) || Number.isNaN(low)) return;
            const weight = weights[i]! * weights[j]!;
            pairs += weight;
            wins += weight * (high > low ? 1 : high === low ? 0.5 : 0);
          });
        });
        expect(areaUnderCurve({ values, labels, weights })).toBeCloseTo(pairs === 0 ? 0.5 : wins / pairs, 9);
      }),
    );
  });

  it('average the precision at each operator', () => {
    fc.assert(
      fc.property(rowsArbitrary, ({ values, labels, weights }) => {
        let [sum, ones] = [0, 0];
        values.forEach((value, i) => {
          if (labels[i] !== 1 || Number.isNaN(value)) return;
          const above = [...values.keys()].filter((j) => values[j]! >= value);
          const mass = (rows: number[]): number => rows.reduce((total, j) => total + weights[j]!, 0);
          sum += (weights[i]! * mass(above.filter((j) => labels[j] === 1))) / mass(above);
          ones += weights[i]!;
        });
        const figure = averagePrecision({ values, labels, weights });
        if (ones === 0) expect(figure).toBeNaN();
        else expect(figure).toBeCloseTo(sum / ones, 9);
      }),
    );
  });
});

describe('direction of a sign', () => {
  it('needs six net of eight domains that lean clearly', () => {
    const up = new Array<number>(7).fill(0.6);
    expect(directionOf([...up, 0.4])).toBe('+');
    expect(directionOf([...up.slice(1), 0.4, 0.4])).toBeUndefined();
    expect(directionOf([...up.slice(1), 0.52, 0.48])).toBe('+');
    expect(directionOf([...up, 0.6].map((area) => 1 - area))).toBe('-');
    expect(directionOf(new Array<number>(8).fill(0.529))).toBeUndefined();
  });

  it('is the stated one where the meaning of the sign states one', () => {
    expect(directionOf([0.1, 0.2, 0.9], '+')).toBe('+');
    expect(directionOf([0.5], '-')).toBe('-');
  });
});

describe('fine cut points', () => {
  it('lie strictly between values, divide mass evenly, and give the codes back', () => {
    fc.assert(
      fc.property(rowsArbitrary, ({ values, weights }) => {
        const edges = fineEdges(values, weights, 4);
        expect(edges.length).toBeLessThanOrEqual(3);
        const present = [...values].filter((value) => !Number.isNaN(value));
        for (const edge of edges) {
          expect(present.every((value) => value !== edge)).toBe(true);
          expect(present.some((value) => value < edge) && present.some((value) => value > edge)).toBe(true);
        }
        binCodes(values, edges).forEach((code, row) => {
          const value = values[row]!;
          const expected = Number.isNaN(value) ? edges.length + 1 : edges.filter((edge) => edge < value).length;
          expect(code).toBe(expected);
        });
      }),
    );
    const many = Float32Array.from({ length: 1000 }, (_, i) => i);
    const codes = binCodes(many, fineEdges(many, new Float64Array(1000).fill(1), 10));
    for (let bin = 0; bin < 10; bin++) expect(codes.filter((code) => code === bin).length).toBe(100);
  });
});
