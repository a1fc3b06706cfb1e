import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBins } from '../../../scripts/weights/merge-bins.js';

/** Weighted squared change of giving each run of bins its mean. */
function lossOf(values: readonly number[], mass: readonly number[], cuts: readonly number[]): number {
  const bounds = [0, ...cuts, values.length];
  let loss = 0;
  for (let run = 0; run + 1 < bounds.length; run++) {
    const bins = values.map((_, bin) => bin).slice(bounds[run], bounds[run + 1]);
    const whole = bins.reduce((sum, bin) => sum + mass[bin]!, 0);
    const mean = bins.reduce((sum, bin) => sum + mass[bin]! * values[bin]!, 0) / whole;
    loss += bins.reduce((sum, bin) => sum + mass[bin]! * (values[bin]! - mean) ** 2, 0);
  }
  return loss;
}

/** Every way to cut into at most `most` runs. */
function waysToCut(bins: number, most: number, from = 1): number[][] {
  if (most <= 1) return [[]];
  const ways: number[][] = [[]];
  for (let cut = from; cut < bins; cut++) {
    for (const rest of waysToCut(bins, most - 1, cut + 1)) ways.push([cut, ...rest]);
  }
  return ways;
}

describe('merging bins', () => {
  const binsArbitrary = fc.array(
    fc.record({ value: fc.integer({ min: -4, max: 4 }), mass: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 7 },
  );

  it('changes the function as little as any cut into as many runs', () => {
    fc.assert(
      fc.property(binsArbitrary, fc.integer({ min: 1, max: 4 }), (bins, most) => {
        const values = bins.map(({ value }) => value);
        const mass = bins.map((bin) => bin.mass);
        const { cuts, means } = mergeBins(values, mass, most);
        expect(means.length).toBe(cuts.length + 1);
        expect(means.length).toBeLessThanOrEqual(most);
        const least = Math.min(...waysToCut(values.length, most).map((way) => lossOf(values, mass, way)));
        expect(lossOf(values, mass, cuts)).toBeCloseTo(least, 9);
      }),
    );
  });

  it('keeps a monotone function monotone, and one of few steps as it is', () => {
    expect(mergeBins([1, 1, 2, 2, 5], [1, 2, 1, 1, 1], 3)).toEqual({ cuts: [2, 4], means: [1, 2, 5] });
    const rising = Array.from({ length: 64 }, (_, bin) => Math.log1p(bin));
    const { means } = mergeBins(rising, new Array<number>(64).fill(1), 10);
    expect(means).toEqual([...means].sort((a, b) => a - b));
    expect(means).toHaveLength(10);
  });
});
