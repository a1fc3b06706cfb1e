import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { isUpkeep } from '../../../src/typologies/index.js';

function every(days: number, amounts: readonly number[]): { timeMs: number; minor: number }[] {
  return amounts.map((minor, i) => ({ timeMs: i * days * DAY_MS, minor }));
}

describe('isUpkeep', () => {
  it('is paid at least three times', () => {
    expect(isUpkeep(every(30, [100, 100, 100]))).toBe(true);
    expect(isUpkeep(every(30, [100, 100]))).toBe(false);
    expect(isUpkeep([])).toBe(false);
  });

  it('is paid every 25 to 65 days, both included', () => {
    for (const [days, expected] of [
      [24.99, false],
      [25, true],
      [65, true],
      [65.01, false],
    ] as const) {
      expect(isUpkeep(every(days, [100, 100, 100]))).toBe(expected);
    }
  });

  it('varies by at most half of its mean', () => {
    // Half of them 50, half 150: deviation 50 of 100. Then a little more.
    expect(isUpkeep(every(30, [50, 150, 50, 150]))).toBe(true);
    expect(isUpkeep(every(30, [49, 151, 49, 151]))).toBe(false);
  });
});
