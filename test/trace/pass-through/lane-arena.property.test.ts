import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { LaneArena, matchPassThrough } from '../../../src/trace/index.js';
import { denseTransfers } from '../../support/small-ledgers.js';

describe('matchPassThrough', () => {
  it('matches in an arena as it does without one', () => {
    fc.assert(
      fc.property(denseTransfers, (rows) => {
        const graph = buildTemporalGraph(createLedger(rows).ledger);
        const arena = new LaneArena(8);
        for (let account = 0; account < graph.accountCount; account++) {
          const expected = matchPassThrough(graph, account);
          expect(matchPassThrough(graph, account, { arena })).toEqual(expected);
        }
      }),
    );
  });

  it('leaves out lanes of other currencies and lanes with too few credits or debits, and changes no other', () => {
    fc.assert(
      fc.property(
        denseTransfers,
        fc.nat(4),
        fc.nat(4),
        fc.option(fc.nat(1), { nil: undefined }),
        (rows, c, d, currency) => {
          const graph = buildTemporalGraph(createLedger(rows).ledger);
          for (let account = 0; account < graph.accountCount; account++) {
            const expected = matchPassThrough(graph, account).filter(
              (lane) =>
                lane.creditRows.length >= c &&
                lane.debitRows.length >= d &&
                (currency === undefined || lane.currency === currency),
            );
            expect(matchPassThrough(graph, account, { leastCredits: c, leastDebits: d, currency })).toEqual(expected);
          }
        },
      ),
    );
  });
});

describe('LaneArena', () => {
  it('hands out stretches that do not overlap until it is reset', () => {
    const arena = new LaneArena(64);
    const first = arena.take(12);
    const second = arena.take(40);
    expect([first.offset, second.offset]).toEqual([0, 16]);
    expect(second.buffer).toBe(first.buffer);
    const third = arena.take(100);
    expect(third.buffer).not.toBe(first.buffer);
    expect(third.buffer.byteLength).toBe(128);
    arena.reset();
    expect(arena.take(8)).toEqual({ buffer: third.buffer, offset: 0 });
  });
});
