import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, binsFor, DAY_MS, sumBins } from '../../src/report/pictures/time-bins.js';

describe('binsFor', () => {
  it('puts every transfer into one bin, once', () => {
    const days = fc.array(fc.integer({ min: 0, max: 20_000 * DAY_MS }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 50, max: 1400 }), (timeMs, pixels) => {
        const bins = binsFor(timeMs, pixels);
        for (const ms of timeMs) {
          expect(binOf(bins, ms)).toBeGreaterThanOrEqual(0);
          expect(binOf(bins, ms)).toBeLessThan(bins.count);
        }
        const rows = timeMs.map((_, i) => i);
        const sums = sumBins(bins, rows, { timeMs, value: rows.map(() => 1), kind: (row) => row % 3, kinds: 3 });
        expect(sums.reduce((sum, one) => sum + one, 0)).toBe(timeMs.length);
      }),
    );
  });

  it.each([
    [10, 1],
    [180, 7],
    [1000, 14],
    [2500, 28],
  ])('takes for %i days bins of %i', (span, length) => {
    expect(binsFor([0, (span - 1) * DAY_MS], 1050).days).toBe(length);
  });

  it('has no bins without times', () => {
    expect(binsFor([], 1000).count).toBe(0);
  });
});
