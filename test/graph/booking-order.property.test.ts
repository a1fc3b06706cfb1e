import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger, LedgerBuilder, type TransferInput } from '../../src/ledger/index.js';
import { bookingOrder } from '../../src/graph/booking-order.js';
import { transfersArbitrary } from '../support/small-ledgers.js';

const graphOf = (transfers: readonly TransferInput[]): TemporalGraph =>
  buildTemporalGraph(createLedger(transfers).ledger);

const daily = transfersArbitrary.map((transfers) =>
  transfers.map((one, k) => ({ ...one, timeMs: one.timeMs % 3, precision: 'day' as const, id: `t${(7 * k) % 25}` })),
);

/** Whether a chain of transfers of the instant leads from `row` back into the payer of `row`. Obvious and slow. */
function onCycle(graph: TemporalGraph, first: number, second: number, rows: readonly number[]): boolean {
  const seen = new Set([second]);
  for (const row of seen) {
    for (const next of rows) if (graph.payer[next] === graph.beneficiary[row]) seen.add(next);
  }
  return seen.has(first);
}

describe('bookingOrder', () => {
  it('keeps canonical order where clocks are fine and there are no ids', () => {
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const graph = graphOf(transfers);
        expect([...bookingOrder(graph)]).toEqual([...graph.payer.keys()]);
      }),
    );
  });

  it.each([false, true])(
    'puts credits before debits where no cycle forbids it, the first such order (reversed: %s)',
    (reversed) => {
      fc.assert(
        fc.property(daily, (transfers) => {
          const graph = graphOf(transfers);
          const { timeMs } = graph.ledger.columns;
          const order = [...bookingOrder(graph, { reversed })];
          const expected: number[] = [];
          for (const time of [0, 1, 2]) {
            const rows = order.filter((row) => timeMs[row] === time).sort((a, b) => a - b);
            const byId = (a: number, b: number): number => {
              const [left, right] = [graph.ledger.id(a)!, graph.ledger.id(b)!];
              return (left < right ? -1 : left > right ? 1 : a - b) * (reversed ? -1 : 1);
            };
            const before = (a: number, b: number): boolean =>
              a !== b && graph.beneficiary[a] === graph.payer[b] && !onCycle(graph, a, b, rows);
            const open = new Set(rows);
            while (open.size > 0) {
              const free = [...open].filter((row) => ![...open].some((other) => before(other, row)));
              const next = free.sort(byId)[0]!;
              open.delete(next);
              expected.push(next);
            }
          }
          expect(order).toEqual(expected);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('takes the parts of one transaction together, credits first where no cycle forbids it', () => {
    const oneSecond = transfersArbitrary.map((transfers) =>
      transfers.map((one, k) => ({ ...one, timeMs: 0, precision: 'second' as const, id: `t${(7 * k) % 3}` })),
    );
    fc.assert(
      fc.property(oneSecond, fc.boolean(), (transfers, reversed) => {
        const graph = graphOf(transfers);
        const order = [...bookingOrder(graph, { reversed })];
        const ids = order.map((row) => graph.ledger.id(row)!);
        expect(ids).toEqual(reversed ? [...ids].sort().reverse() : [...ids].sort());
        for (const id of new Set(ids)) {
          const rows = order.filter((row) => graph.ledger.id(row) === id);
          rows.forEach((later, at) => {
            for (const earlier of rows.slice(0, at)) {
              if (graph.beneficiary[later] !== graph.payer[earlier]) continue;
              expect(onCycle(graph, later, earlier, rows)).toBe(true);
            }
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not take transfers without an id for one transaction', () => {
    const parts = [
      { payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1', id: '' },
      { payer: 'b', beneficiary: 'a', timeMs: 0, amount: '2', id: '' },
      { payer: 'c', beneficiary: 'a', timeMs: 0, amount: '3', id: '' },
    ];
    expect([...bookingOrder(graphOf(parts))]).toEqual([0, 1, 2]);
  });

  it('believes a posting order', () => {
    const builder = new LedgerBuilder();
    const file = builder.addSource({ name: 'f', sha256: '' });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => builder.accounts.intern('', name));
    builder.appendRow(b!, c!, 0, 2, 1, 0, builder.currencies.intern('EUR'), 0, file, 1);
    builder.setSequence(1);
    builder.appendRow(a!, b!, 0, 2, 1, 0, 0, 0, file, 2);
    builder.setSequence(2);
    const graph = buildTemporalGraph(builder.finish().ledger);
    expect([...bookingOrder(graph, { reversed: true })]).toEqual([0, 1]);
    expect(graph.payer[0]).toBe(b);
  });

  it('orders a hub with 100,000 transfers in one day', () => {
    const transfers = Array.from({ length: 100_000 }, (_, k) => ({
      payer: k % 2 === 0 ? `a${k}` : 'hub',
      beneficiary: k % 2 === 0 ? 'hub' : `b${k}`,
      timeMs: 0,
      precision: 'day' as const,
      amount: '1',
    }));
    const graph = graphOf(transfers);
    const order = bookingOrder(graph);
    const hub = graph.payer[order[99_999]!]!;
    expect([...order.subarray(0, 50_000)].every((row) => graph.beneficiary[row] === hub)).toBe(true);
  });
});
