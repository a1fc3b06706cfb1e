import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVENANCE_POLICIES } from '../../../src/trace/holdings/tracing-rules.js';
import { type MoneyEvents } from '../../../src/trace/whole-ledger/money-events.js';
import { traceLots } from '../../../src/trace/whole-ledger/trace-lots.js';
import { traceWideLots } from '../../../src/trace/whole-ledger/wide-provenance.js';

const ACCOUNTS = 4;

/** Payments among few accounts; amounts are few and small, or anything whose sum stays exact in a double. */
const events: fc.Arbitrary<MoneyEvents> = fc
  .array(
    fc
      .record({
        source: fc.integer({ min: -ACCOUNTS, max: ACCOUNTS - 1 }),
        target: fc.nat(ACCOUNTS - 1),
        minor: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 2 ** 46 })),
      })
      .filter(({ source, target }) => source !== target),
    { maxLength: 60 },
  )
  .map((list) => ({
    from: Int32Array.from(list, ({ source }) => source),
    to: Int32Array.from(list, ({ target }) => target),
    quantity: Float64Array.from(list, ({ minor }) => minor),
    row: Int32Array.from(list.keys()),
    exact: list.map(({ minor }) => BigInt(minor)),
  }));
const ranks = fc
  .shuffledSubarray([0, 1, 2, 3], { minLength: ACCOUNTS, maxLength: ACCOUNTS })
  .map((all) => Int32Array.from(all));

describe('the kernels on doubles', () => {
  it.each(PROVENANCE_POLICIES)('leave the very lots that the holdings leave, in their order: %s', (policy) => {
    fc.assert(
      fc.property(events, ranks, (given, originRank) => {
        const { from, to, exact } = given;
        const fast = traceLots(given, policy, originRank, ACCOUNTS);
        const slow = traceWideLots({ from, to, exact: exact! }, policy, originRank);
        expect([fast.starts, fast.birth]).toEqual([slow.starts, slow.birth]);
        expect(Array.from(fast.quantity, BigInt)).toEqual(slow.quantity);
        // By birth a heap may change hands as a whole, and shares are not lots.
        if (policy === 'fifo' || policy === 'lifo') expect(fast.moves).toBe(slow.moves);
      }),
      { numRuns: 400 },
    );
  });
});
