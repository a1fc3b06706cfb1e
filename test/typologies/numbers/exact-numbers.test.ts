import { describe, expect, it } from 'vitest';
import { ExactPrefix } from '../../../src/typologies/numbers/exact-prefix.js';
import { atLeastShare, atMostShare, exactShare, shownShare } from '../../../src/typologies/numbers/exact-share.js';

describe('ExactPrefix', () => {
  it('sums stretches, with and without positions that count', () => {
    const column = Float64Array.of(1, 2, 4, 8);
    expect(new ExactPrefix(column).between(1, 3)).toBe(6n);
    expect(new ExactPrefix(column, (i) => i % 2 === 0).between(0, 4)).toBe(5n);
    expect(new ExactPrefix(column).between(2, 2)).toBe(0n);
  });

  it('stays exact where doubles would not', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(new ExactPrefix(Float64Array.of(most, most, 1)).between(0, 3)).toBe(2n * BigInt(most) + 1n);
    const huge = 10n ** 30n;
    expect(new ExactPrefix([huge, 1n, huge], (i) => i > 0).between(0, 3)).toBe(huge + 1n);
  });
});

describe('exact shares', () => {
  it('takes a parameter for the decimal it is written as', () => {
    const share = exactShare(0.9);
    expect(atLeastShare(9n, 10n, share)).toBe(true);
    expect(atLeastShare(89_999_999_999_999_999n, 100_000_000_000_000_000n, share)).toBe(false);
    expect(atMostShare(9n, 10n, share)).toBe(true);
    expect(atMostShare(91n, 100n, share)).toBe(false);
  });

  it('has no opinion on nothing', () => {
    expect(atLeastShare(0n, 0n, exactShare(0))).toBe(false);
    expect(atMostShare(0n, 0n, exactShare(1))).toBe(false);
    expect(shownShare(1n, 0n)).toBe(0);
    expect(shownShare(2n, 3n)).toBe(0.666666);
    expect(() => exactShare(Infinity)).toThrow(expect.objectContaining({ code: 'exact-share' }));
  });
});
