import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/foundation/index.js';
import { type FifoLane } from '../../../src/trace/index.js';
import { leastCostMatching } from '../../../src/typologies/escrow-hold-release/least-cost-matching.js';
import { FittingPairs, ReleaseSearch } from '../../../src/typologies/escrow-hold-release/release-search.js';
import { costsInTime, TimedPairs } from '../../../src/typologies/escrow-hold-release/timed-pairs.js';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';

const RULE = {
  minLagMs: 1,
  maxLagMs: 4,
  maxCommission: exactShare(0.1),
  maxSpread: exactShare(0.02),
  lagCost: 0.1,
  maxParts: 3,
  mayRelease: () => true,
};
const SIZE = 7;
const times = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: SIZE, maxLength: SIZE });

/** Any credit may fit any debit here: which do is drawn. */
function pairsOf(creditTimes: readonly number[], fits: readonly boolean[]): FittingPairs {
  const lane = {
    creditTimeMs: Float64Array.from(creditTimes).sort(),
    creditMinor: new Float64Array(SIZE).fill(100),
    debitMinor: new Float64Array(SIZE).fill(95),
  } as unknown as FifoLane;
  const starts = new Int32Array(SIZE + 1);
  const targets: number[] = [];
  for (let credit = 0; credit < SIZE; credit++) {
    for (let debit = 0; debit < SIZE; debit++) if (fits[credit * SIZE + debit]) targets.push(debit);
    starts[credit + 1] = targets.length;
  }
  const all = Int32Array.from({ length: SIZE }, (_, i) => i);
  const columns = { credits: all, debits: all, starts, targets: Int32Array.from(targets) };
  return new FittingPairs(new ReleaseSearch(lane, RULE), columns);
}

describe('TimedPairs', () => {
  it('is never below what matching comes to and looks at, call after call', () => {
    const fits = fc.array(fc.boolean(), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE });
    fc.assert(
      fc.property(times, fits, fc.array(times, { minLength: 1, maxLength: 4 }), (credits, fitting, shuffles) => {
        const pairs = pairsOf(credits, fitting);
        const bounds = new TimedPairs(pairs);
        for (const debits of shuffles) {
          const graph = costsInTime(pairs, debits, new Budget('pairs', 1e6))!;
          const edges = new Budget('edges', 1e6);
          const matched = leastCostMatching(graph, edges)!.filter((debit) => debit !== -1).length;
          bounds.look(debits);
          expect(bounds.most).toBeGreaterThanOrEqual(matched);
          expect(bounds.mostSteps()).toBeGreaterThanOrEqual(1e6 - edges.left);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('sees that debits which nothing fits in time cannot be matched', () => {
    const pairs = pairsOf(Array<number>(SIZE).fill(0), Array<boolean>(SIZE * SIZE).fill(true));
    const bounds = new TimedPairs(pairs);
    bounds.look([2, 2, 9, 9, 9, 9, 9]);
    expect(bounds.most).toBe(2);
  });
});
