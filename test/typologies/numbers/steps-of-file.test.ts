import { describe, expect, it } from 'vitest';
import { stepsOfFile } from '../../../src/typologies/numbers/steps-of-file.js';

describe('the steps of a search over a file', () => {
  it.each([
    [1, 1000],
    [5_000_000, 1000],
    [5_000_001, 1001],
    [50_000_000, 10_000],
  ])('of %d transfers are the limit, and grow in proportion from five million on', (transferCount, steps) => {
    expect(stepsOfFile(1000, { transferCount }).limit).toBe(steps);
  });

  it('say how many there were', () => {
    expect(stepsOfFile(1000, { transferCount: 10_000_000 }).describe()).toBe('maxSteps 2000');
  });
});
