import { describe, expect, it } from 'vitest';
import { createRandom, randomInteger, randomNormal, shuffle } from '../../src/foundation/index.js';

describe('createRandom', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(2 ** 40 + 1)).not.toEqual(draw(1));
  });

  it('is mulberry32', () => {
    const random = createRandom(0);
    expect([random(), random()].map((value) => Math.floor(value * 2 ** 32))).toEqual([1144304738, 1416247]);
  });

  it.each([-1, 0.5, NaN, 2 ** 53])('refuses the seed %s', (seed) => {
    expect(() => createRandom(seed)).toThrow(expect.objectContaining({ code: 'seed' }) as Error);
  });

  it('spreads evenly', () => {
    const random = createRandom(3);
    const counts = new Int32Array(10);
    for (let i = 0; i < 100_000; i++) counts[randomInteger(random, 10)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('draws normal deviates with mean 0 and deviation 1', () => {
    const random = createRandom(4);
    const draws = Array.from({ length: 50_000 }, () => randomNormal(random));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
    expect(draws.every(Number.isFinite)).toBe(true);
  });

  it('shuffles in place without losing anything', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = shuffle(items, createRandom(1));
    expect(shuffled).toBe(items);
    expect([...shuffled].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
