import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { meanJaccard } from '../../../src/typologies/numbers/set-overlap.js';

function naive(sets: readonly number[][]): number {
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      pairs++;
      const union = new Set([...sets[a]!, ...sets[b]!]).size;
      const both = sets[a]!.filter((member) => sets[b]!.includes(member)).length;
      sum += union === 0 ? 0 : both / union;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

const someSets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }), { maxLength: 6 });

describe('meanJaccard', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(someSets, (sets) => {
        const { mean, kind } = meanJaccard(sets);
        expect(kind).toBe('exact');
        expect(mean).toBeCloseTo(naive(sets), 12);
      }),
    );
  });

  it('does not depend on the order of the sets, to the last bit', () => {
    fc.assert(
      fc.property(someSets, (sets) => {
        expect(meanJaccard([...sets].reverse()).mean).toBe(meanJaccard(sets).mean);
      }),
    );
  });

  it('gives true bounds when it stops early', () => {
    fc.assert(
      fc.property(someSets, fc.double({ min: 0, max: 1, noNaN: true }), (sets, enoughAbove) => {
        const early = meanJaccard(sets, { enoughAbove });
        if (early.kind === 'lower') expect(naive(sets)).toBeGreaterThan(enoughAbove);
        const capped = meanJaccard(sets, { maxPairs: 2 });
        if (capped.kind === 'upper') expect(capped.mean).toBeGreaterThanOrEqual(naive(sets) - 1e-12);
      }),
    );
  });

  it('gives the same to the last bit by counting in scratch, which it leaves zero, without members left out', () => {
    fc.assert(
      fc.property(someSets, fc.subarray([0, 1, 2, 3, 4, 5, 6]), (sets, without) => {
        const held = new Int32Array(7);
        const leftOut = Uint8Array.from({ length: 7 }, (_, member) => Number(without.includes(member)));
        const kept = sets.map((set) => set.filter((member) => !without.includes(member)));
        for (const limits of [{}, { enoughAbove: 0.2 }, { maxPairs: 2 }]) {
          expect(meanJaccard(sets, { ...limits, held, leftOut })).toEqual(meanJaccard(kept, limits));
        }
        expect(held).toEqual(new Int32Array(7));
      }),
    );
  });
});
