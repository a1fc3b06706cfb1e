import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastOpening, matchFifoInto } from '../../../src/trace/pass-through/fifo-match.kernel.js';
import { matchFifoWide } from '../../../src/trace/pass-through/fifo-match-wide.js';

/** One side of a lane: amounts are few and small, or anything whose sum stays exact in a double. */
const side = fc
  .array(
    fc.record({
      timeMs: fc.nat(9),
      minor: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 2 ** 46 })),
    }),
    { maxLength: 30 },
  )
  .map((list) => {
    list.sort((a, b) => a.timeMs - b.timeMs);
    return {
      timeMs: Float64Array.from(list, ({ timeMs }) => timeMs),
      minor: Float64Array.from(list, ({ minor }) => minor),
      exact: list.map(({ minor }) => BigInt(minor)),
    };
  });

describe('the matching kernel on doubles', () => {
  it('makes the very pieces that the line of lots makes', () => {
    const rules = fc.record({
      sameInstant: fc.boolean(),
      maxAgeMs: fc.constantFrom(0, 2, 5, Infinity),
      shortfall: fc.constantFrom('born-now' as const, 'minimal-opening' as const),
    });
    fc.assert(
      fc.property(side, side, rules, (credits, debits, rule) => {
        const slow = matchFifoWide(
          {
            creditTimeMs: credits.timeMs,
            creditMinor: credits.exact,
            debitTimeMs: debits.timeMs,
            debitMinor: debits.exact,
          },
          rule,
        );
        const opening =
          rule.shortfall === 'born-now'
            ? 0
            : leastOpening(credits.timeMs, credits.minor, debits.timeMs, debits.minor, rule.sameInstant);
        const room = credits.exact.length + debits.exact.length;
        const [credit, debit, minor] = [new Int32Array(room), new Int32Array(room), new Float64Array(room)];
        const [kept, unmatched] = [credits.minor.slice(), debits.minor.slice()];
        // prettier-ignore
        const count = matchFifoInto(opening, credits.timeMs, kept, debits.timeMs, unmatched, rule.sameInstant, rule.maxAgeMs, credit, debit, minor);
        expect([...credit.subarray(0, count)]).toEqual(slow.pieceCredit);
        expect([...debit.subarray(0, count)]).toEqual(slow.pieceDebit);
        expect(Array.from(minor.subarray(0, count), BigInt)).toEqual(slow.pieceMinor);
        expect(Array.from(kept, BigInt)).toEqual(slow.keptMinor);
        expect(Array.from(unmatched, BigInt)).toEqual(slow.unmatchedMinor);
      }),
      { numRuns: 1000 },
    );
  });
});
