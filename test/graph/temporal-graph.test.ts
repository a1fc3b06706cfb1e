import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPeriod } from '../../src/foundation/index.js';
import {
  buildTemporalGraph,
  certifyTemporalGraph,
  rowsOf,
  type TemporalIndex,
  windowOf,
} from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { ledgerOf, transfersArbitrary } from '../support/small-ledgers.js';

const published = ledgerOf('B>A@5', 'A>B@5', 'A>C@3', 'A>B@5', 'C>C@4');

describe('temporal graph', () => {
  it('is the published example', () => {
    const graph = buildTemporalGraph(published);
    const edges = Array.from(graph.payer, (payer, row) => [payer, graph.beneficiary[row]]);
    expect(edges).toEqual([
      [0, 2],
      [2, 2],
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    expect([...graph.out.starts]).toEqual([0, 3, 4, 5]);
    expect([...graph.out.rows]).toEqual([0, 2, 3, 4, 1]);
    expect([...graph.in.starts]).toEqual([0, 1, 3, 5]);
    expect([...graph.in.rows]).toEqual([4, 2, 3, 0, 1]);
  });

  it('handles a ledger without transfers', () => {
    const graph = buildTemporalGraph(ledgerOf());
    certifyTemporalGraph(graph);
    expect(graph.transferCount).toBe(0);
    expect(windowOf(graph, createPeriod(0, 10))).toMatchObject({ firstRow: 0, endRow: 0 });
  });

  it('gives back the transfers from either index, with sound invariants', () => {
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        certifyTemporalGraph(graph);
        for (const index of [graph.out, graph.in]) {
          expect([...index.rows].sort((a, b) => a - b)).toEqual(Array.from(graph.payer.keys()));
        }
        for (let account = 0; account < graph.accountCount; account++) {
          expect([...rowsOf(graph.out, account)].every((row) => graph.payer[row] === account)).toBe(true);
          expect([...rowsOf(graph.in, account)].every((row) => graph.beneficiary[row] === account)).toBe(true);
        }
      }),
    );
  });

  it('joins the accounts of one holder unless told otherwise', () => {
    const { ledger } = createLedger([
      { payer: 'a1', beneficiary: 'b', timeMs: 1, payerHolder: 'Ann', payerHolderId: 'Ann' },
      { payer: 'a2', beneficiary: 'b', timeMs: 2, payerHolder: 'Ann', payerHolderId: 'Ann' },
    ]);
    expect([...buildTemporalGraph(ledger).payer]).toEqual([0, 0]);
    expect([...buildTemporalGraph(ledger, { joinHolders: false }).payer]).toEqual([0, 1]);
  });

  it.each([
    ['a short starts array', (index: TemporalIndex) => ({ ...index, starts: index.starts.slice(1) })],
    ['rows out of order', (index: TemporalIndex) => ({ ...index, rows: index.rows.slice().reverse() })],
    ['a foreign row', (index: TemporalIndex) => ({ ...index, rows: index.rows.slice().fill(0) })],
  ])('refuses to certify %s', (_, spoil) => {
    const graph = buildTemporalGraph(published);
    expect(() => {
      certifyTemporalGraph({ ...graph, out: spoil(graph.out) });
    }).toThrow(expect.objectContaining({ code: 'temporal-index' }) as Error);
  });
});

describe('windows', () => {
  it('are half open and copy nothing', () => {
    const graph = buildTemporalGraph(published);
    const window = windowOf(graph, createPeriod(3, 5));
    expect([window.firstRow, window.endRow]).toEqual([0, 2]);
    expect(window.graph).toBe(graph);
    expect(windowOf(graph, createPeriod(5, 5))).toMatchObject({ firstRow: 2, endRow: 2 });
    expect(windowOf(graph, createPeriod(5, 6))).toMatchObject({ firstRow: 2, endRow: 5 });
  });

  it.each([
    [5, 3],
    [NaN, 3],
  ])('are refused from %d to %d', (startMs, endMs) => {
    expect(() => windowOf(buildTemporalGraph(published), { startMs, endMs })).toThrow(
      expect.objectContaining({ code: 'period-reversed' }) as Error,
    );
  });

  it('hold exactly the rows of the period', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(7), fc.nat(7), (transfers, a, b) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        const period = createPeriod(Math.min(a, b), Math.max(a, b));
        const { firstRow, endRow } = windowOf(graph, period);
        const times = [...graph.ledger.columns.timeMs];
        const inside = [...times.keys()].filter((row) => times[row]! >= period.startMs && times[row]! < period.endMs);
        expect([...times.keys()].slice(firstRow, endRow)).toEqual(inside);
        expect(firstRow).toBeLessThanOrEqual(endRow);
      }),
    );
  });
});
