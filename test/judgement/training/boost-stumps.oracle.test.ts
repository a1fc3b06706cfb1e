import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestStump, type BinnedSign, boostStumps, profileOf, sumByBin } from '../../../scripts/weights/boost-stumps.js';
import { createRandom } from '../../../src/foundation/index.js';

const PENALTY = 10;

/** Half of the gain of a leaf, negated: what second-order loss says of giving these rows one value. */
function loss(value: number, rows: readonly { slope: number; curvature: number }[]): number {
  const slope = rows.reduce((sum, row) => sum + row.slope, 0);
  const curvature = rows.reduce((sum, row) => sum + row.curvature, PENALTY);
  return slope * value + (curvature * value * value) / 2;
}

const caseArbitrary = fc.record({
  direction: fc.constantFrom<'+' | '-'>('+', '-'),
  silent: fc.boolean(),
  leastLeaf: fc.integer({ min: 1, max: 4 }),
  rows: fc.array(
    fc.record({
      code: fc.integer({ min: 0, max: 4 }),
      slope: fc.double({ min: -1, max: 1, noNaN: true }),
      curvature: fc.double({ min: 0.01, max: 0.25, noNaN: true }),
      weight: fc.constantFrom(1, 3),
    }),
    { maxLength: 20 },
  ),
});

describe('the best stump', () => {
  it('is what trying every cut row by row gives', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ direction, silent, leastLeaf, rows }) => {
        const sign: BinnedSign = { direction, silent, bins: 4, codes: Uint8Array.from(rows, ({ code }) => code) };
        const weights = Float64Array.from(rows, ({ weight }) => weight);
        const sums = sumByBin(
          sign,
          Float64Array.from(rows, ({ slope }) => slope),
          Float64Array.from(rows, ({ curvature }) => curvature),
        );
        const found = bestStump(0, sign, { ...profileOf(sign, weights), ...sums }, { penalty: PENALTY, leastLeaf });
        let best: { cut: number; gain: number } | undefined;
        for (let cut = 0; cut < 3; cut++) {
          const low = rows.filter(({ code }) => code <= cut);
          const high = rows.filter(({ code }) => code > cut && code < 4);
          const absent = rows.filter(({ code }) => code === 4);
          if (low.length < leastLeaf || high.length < leastLeaf) continue;
          const valueOf = (part: typeof rows): number =>
            -part.reduce((sum, { slope }) => sum + slope, 0) /
            part.reduce((sum, { curvature }) => sum + curvature, PENALTY);
          const [lowValue, highValue] = [valueOf(low), valueOf(high)];
          if (direction === '+' ? highValue <= lowValue : highValue >= lowValue) continue;
          const massOf = (part: typeof rows): number => part.reduce((sum, { weight }) => sum + weight, 0);
          const mean = (lowValue * massOf(low) + highValue * massOf(high)) / (massOf(low) + massOf(high));
          const learned = Math.min(absent.length >= leastLeaf ? valueOf(absent) : 0, mean);
          const absentValue = silent ? 0 : learned;
          const gain = -2 * (loss(lowValue, low) + loss(highValue, high) + loss(absentValue, absent));
          if (best === undefined || gain > best.gain + 1e-9) best = { cut, gain };
        }
        expect(found === undefined).toBe(best === undefined);
        if (found !== undefined && best !== undefined) expect(found.gain).toBeCloseTo(best.gain, 6);
      }),
    );
  });
});

describe('boosting', () => {
  const count = 3000;
  const random = createRandom(5);
  const strength = Float64Array.from({ length: count }, () => random());
  const labels = Uint8Array.from(strength, (value) => Number(random() < value ** 4));
  const weights = new Float64Array(count).fill(1);
  const options = { rounds: 60, rate: 0.1, penalty: 10, leastLeaf: 80, signShare: 1 / 3 };
  const noise: BinnedSign = {
    direction: '+',
    bins: 8,
    codes: Uint8Array.from(weights, () => Math.floor(random() * 9)),
  };
  const rising: BinnedSign = {
    direction: '+',
    bins: 8,
    codes: Uint8Array.from(strength, (value) => (random() < 0.1 ? 8 : Math.floor(value * 8))),
  };
  const falling: BinnedSign = { ...rising, direction: '-', codes: rising.codes.map((c) => (c === 8 ? 8 : 7 - c)) };
  const learn = (seed: number): ReturnType<typeof boostStumps> =>
    boostStumps({ signs: [noise, rising, falling], labels, weights }, { ...options, random: createRandom(seed) });

  it('learns a sign that separates, monotone in its direction, and little from noise', () => {
    const { values } = learn(1);
    const [nothing, up, down] = values.map((column) => [...column]);
    const rangeOf = (column: readonly number[] = []): number => Math.max(...column) - Math.min(...column);
    expect(up!.slice(0, 8)).toEqual(up!.slice(0, 8).sort((a, b) => a - b));
    expect(down!.slice(0, 8)).toEqual(down!.slice(0, 8).sort((a, b) => b - a));
    expect(rangeOf(up) + rangeOf(down)).toBeGreaterThan(8 * rangeOf(nothing));
  });

  it('never lets a missing value weigh more than the average of its sign', () => {
    const { values } = learn(2);
    [noise, rising, falling].forEach((sign, position) => {
      const { mass } = profileOf(sign, weights);
      const column = values[position]!;
      const whole = mass.reduce((sum, part) => sum + part, 0);
      const mean = column.reduce((sum, value, bin) => sum + value * mass[bin]!, 0) / whole;
      expect(column[8]).toBeLessThanOrEqual(mean + 1e-9);
    });
  });

  it('gives the same for the same seed, and learns nothing in a direction the data contradict', () => {
    expect(learn(3)).toEqual(learn(3));
    const against = { ...rising, direction: '-' } as const;
    const { values } = boostStumps({ signs: [against], labels, weights }, { ...options, random: createRandom(1) });
    expect(Math.max(...values[0]!) - Math.min(...values[0]!)).toBeLessThan(0.2);
  });

  it('throws where only one label occurs', () => {
    const same = new Uint8Array(count);
    expect(() =>
      boostStumps({ signs: [rising], labels: same, weights }, { ...options, random: createRandom(1) }),
    ).toThrow();
  });
});
