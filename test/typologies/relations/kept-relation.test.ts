import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKeptRelation } from '../../../src/typologies/relations/kept-relation.js';
import { keepsSlowly } from '../../support/oracles/own-money.js';

const paid = (times: readonly number[], minor = 100): { time: number; minor: number }[] =>
  times.map((time) => ({ time, minor }));

describe('isKeptRelation', () => {
  it('is standing from half of the period on, however irregular', () => {
    const odd = [
      { time: 0, minor: 5 },
      { time: 2, minor: 500 },
      { time: 50, minor: 90 },
    ];
    expect(isKeptRelation(odd, { period: 100, day: 1 })).toBe(true);
    expect(isKeptRelation(odd, { period: 101, day: 1 })).toBe(false);
  });

  it('is regular with steady gaps and amounts, however short', () => {
    expect(isKeptRelation(paid([0, 7, 14]), { period: 365, day: 1 })).toBe(true);
    expect(isKeptRelation(paid([0, 1, 14]), { period: 365, day: 1 })).toBe(false);
  });

  it('takes payments less than a day apart for one', () => {
    expect(isKeptRelation(paid([0, 0.5, 1.4]), { period: 1, day: 1 })).toBe(false);
    expect(isKeptRelation(paid([0, 1, 2]), { period: 1, day: 1 })).toBe(true);
    expect(isKeptRelation(paid([0, 30]), { period: 30, day: 1 })).toBe(false);
  });

  it('agrees with working it out by hand', () => {
    const payments = fc.array(fc.record({ time: fc.nat(40), minor: fc.integer({ min: 1, max: 9 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(payments, fc.nat(80), fc.integer({ min: 1, max: 5 }), (list, period, day) => {
        const ordered = [...list].sort((a, b) => a.time - b.time);
        expect(isKeptRelation(ordered, { period: period, day: day })).toBe(keepsSlowly(ordered, period, day));
      }),
      { numRuns: 500 },
    );
  });
});
