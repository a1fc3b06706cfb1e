import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findCreditEpisodes } from '../../../src/typologies/time/credit-episodes.js';

describe('findCreditEpisodes', () => {
  it('finds every window with enough credits, merged where they share one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (unsorted, spanMs, least) => {
          const times = Float64Array.from(unsorted).sort();
          const inside = new Set<number>();
          const episodes = findCreditEpisodes(times, {
            spanMs,
            enter: (credit) => inside.add(credit),
            leave: (credit) => inside.delete(credit),
            holds: (from, to) => {
              expect([...inside].sort((a, b) => a - b)).toEqual(Array.from({ length: to - from }, (_, i) => from + i));
              return to - from >= least;
            },
          });
          const covered = new Set<number>();
          times.forEach((start, from) => {
            const window = [...times.keys()].filter((i) => i >= from && times[i]! - start <= spanMs);
            const isFirstOfInstant = from === 0 || times[from - 1]! < start;
            if (isFirstOfInstant && window.length >= least) window.forEach((i) => covered.add(i));
          });
          const found = new Set<number>();
          for (const { from, lastTo } of episodes) for (let i = from; i < lastTo; i++) found.add(i);
          expect(found).toEqual(covered);
          for (let e = 1; e < episodes.length; e++)
            expect(episodes[e]!.from).toBeGreaterThanOrEqual(episodes[e - 1]!.lastTo);
        },
      ),
    );
  });
});
