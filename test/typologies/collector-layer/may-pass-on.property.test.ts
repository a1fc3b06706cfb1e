import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { matchPassThrough } from '../../../src/trace/index.js';
import { mayPassOn } from '../../../src/typologies/collector-layer/collector-intervals.js';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';

const transfers = fc.array(
  fc.record({
    payer: fc.constantFrom('a', 'b'),
    beneficiary: fc.constantFrom('b', 'c'),
    timeMs: fc.integer({ min: 0, max: 30 }),
    amount: fc.integer({ min: 1, max: 20 }).map(String),
    currency: fc.constant('EUR'),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('mayPassOn', () => {
  it('says yes exactly where some long enough run of credits left by the share', () => {
    fc.assert(
      fc.property(transfers, fc.integer({ min: 1, max: 4 }), (rows, least) => {
        const graph = buildTemporalGraph(createLedger(rows).ledger);
        for (let account = 0; account < graph.accountCount; account++) {
          for (const lane of matchPassThrough(graph, account)) {
            let expected = false;
            for (let from = 0; from < lane.creditMinor.length; from++) {
              let credited = 0;
              let kept = 0;
              for (let to = from; to < lane.creditMinor.length; to++) {
                credited += Number(lane.creditMinor[to]);
                kept += Number(lane.keptMinor[to]);
                if (to - from + 1 >= least && 10 * (credited - kept) >= 9 * credited) expected = true;
              }
            }
            expect(mayPassOn(lane, least, exactShare(0.9))).toBe(expected);
          }
        }
      }),
    );
  });
});
