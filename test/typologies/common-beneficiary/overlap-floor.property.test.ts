import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlapFloor } from '../../../src/typologies/common-beneficiary/overlap-floor.js';
import { meanJaccard } from '../../../src/typologies/numbers/set-overlap.js';

const set = fc.uniqueArray(fc.nat(6), { maxLength: 5 });
const move = fc.oneof(fc.record({ enter: set }), fc.constant('leave' as const), fc.constant('measure' as const));

describe('OverlapFloor', () => {
  it('is never above the mean, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (moves, limit) => {
        const sets: number[][] = [];
        const floor = new OverlapFloor();
        for (const one of moves) {
          if (one === 'measure') floor.set(meanJaccard(sets, { enoughAbove: limit }), sets.length);
          else if (one !== 'leave') sets.push(one.enter);
          else if (sets.length > 0) {
            floor.leave(sets.length);
            sets.shift();
          }
          if (floor.isAbove(limit, sets.length)) expect(meanJaccard(sets).mean).toBeGreaterThan(limit);
        }
      }),
      { numRuns: 500 },
    );
  });
});
