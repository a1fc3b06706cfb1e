import { describe, expect, it } from 'vitest';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { admitTransfers, type TransferFilter } from '../../src/trace/index.js';

const { ledger } = createLedger([
  { payer: 'a', beneficiary: 'b', timeMs: 0, amount: '10', currency: 'EUR', channel: 'cash' },
  { payer: 'b', beneficiary: 'c', timeMs: 5, amount: '9.99', currency: 'EUR', channel: 'wire' },
  { payer: 'c', beneficiary: 'd', timeMs: 9, amount: '10', currency: 'JPY', channel: 'wire' },
  { payer: 'd', beneficiary: 'a', timeMs: 9, channel: 'wire' },
]);
const graph = buildTemporalGraph(ledger);
const admitted = (filter: TransferFilter): number[] | undefined => {
  const marks = admitTransfers(graph, filter);
  return marks && [...marks];
};

describe('a transfer filter', () => {
  it('is no filter when nothing is asked', () => {
    expect(admitTransfers(graph)).toBeUndefined();
    expect(admitTransfers(graph, { excluded: [] })).toBeUndefined();
  });

  it('takes periods half open', () => {
    expect(admitted({ period: { startMs: 0, endMs: 9 } })).toEqual([1, 1, 0, 0]);
  });

  it('compares least amounts exactly, per currency, and never admits a missing amount', () => {
    expect(admitted({ minAmount: '10' })).toEqual([1, 0, 1, 0]);
    expect(admitted({ minAmount: '9.99' })).toEqual([1, 1, 1, 0]);
    expect(admitted({ minAmount: '9.9900001' })).toEqual([1, 0, 1, 0]);
  });

  it('holds all conditions together', () => {
    expect(admitted({ currencies: ['EUR'], channels: ['wire'] })).toEqual([0, 1, 0, 0]);
    expect(admitted({ excluded: [0] })).toEqual([0, 1, 1, 0]);
  });

  it.each([
    [{ minAmount: 'much' }, 'filter-amount'],
    [{ period: { startMs: 5, endMs: 3 } }, 'period-reversed'],
    [{ minAmount: '-1' }, 'filter-amount'],
    [{ currencies: ['USD'] }, 'filter-currency'],
    [{ channels: ['fax' as never] }, 'filter-channel'],
    [{ excluded: [4] }, 'filter-account'],
    [{ since: 5 } as never, 'unknown-option'],
  ])('refuses %j', (filter: TransferFilter, code) => {
    expect(() => admitTransfers(graph, filter)).toThrow(expect.objectContaining({ code }));
  });
});
