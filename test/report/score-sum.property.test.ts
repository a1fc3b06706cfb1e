import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSum } from '../../src/report/pictures/score-sum.js';

const part = fc
  .record({
    weight: fc.integer({ min: -300, max: 300 }),
    source: fc.constantFrom('score' as const, 'fee-flow' as const),
  })
  .map(({ weight, source }) => ({ name: 'bursts', source, side: 'for' as const, weight: weight / 100, sentence: '' }));

describe('the parts of a score', () => {
  it('adds up in sight and in full, with the largest of each side in sight', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: -5, max: 9 }), (parts, score) => {
        const sum = scoreSum({ score, bias: 0.5, parts });
        const add = (some: readonly { weight: number }[]): number => some.reduce((all, { weight }) => all + weight, 0);
        expect(sum.bias + add(sum.parts) + sum.smaller).toBeCloseTo(score, 9);
        expect(sum.bias + add(sum.deciding) + sum.rest).toBeCloseTo(score, 9);
        expect(add(sum.further) + sum.smaller).toBeCloseTo(sum.rest, 9);
        expect(new Set([...sum.deciding, ...sum.further])).toEqual(new Set(sum.parts));
        expect(sum.deciding.length + sum.further.length).toBe(parts.filter(({ source }) => source === 'score').length);
        for (const sign of [1, -1]) {
          const side = (some: typeof sum.parts): number[] =>
            some.filter(({ weight }) => (weight < 0 ? -1 : 1) === sign).map(({ weight }) => Math.abs(weight));
          const [shown, folded] = [side(sum.deciding), side(sum.further)];
          expect(shown.length).toBeLessThanOrEqual(5);
          if (folded.length > 0) expect(Math.min(...shown)).toBeGreaterThanOrEqual(Math.max(...folded));
        }
      }),
    );
  });
});
