import { describe, expect, it } from 'vitest';
import { type TransferInput } from '../../../src/ledger/index.js';
import { cashThenWireExample } from '../../support/detector-examples/cash-then-wire.js';
import { pay } from '../../support/detector-examples/pay.js';
import { detectionOf, findingsOfTypology, withoutColumns } from '../../support/named-findings.js';

const customers = cashThenWireExample.positive;
const found = (transfers: readonly TransferInput[], parameters = {}): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('cash-then-wire', transfers, { parameters });
const wires = (change: (one: TransferInput) => Partial<TransferInput>): TransferInput[] =>
  customers.map((one) => (one.channel === 'wire' ? { ...one, ...change(one) } : one));
const cash = (change: Partial<TransferInput>): TransferInput[] =>
  customers.map((one) => (one.channel === 'cash' ? { ...one, ...change } : one));

describe('I07, cash then wire', () => {
  it('is about the shared recipient; those who pay in and wire are payers', () => {
    expect(found(customers)).toMatchObject([{ subjects: ['recipient'], payers: ['left', 'right'] }]);
  });

  it('asks for 500 in cash, and for four fifths of the wire out of one such sum', () => {
    expect(found(cash({ amount: '499.99' }))).toEqual([]);
    expect(found(wires(() => ({ amount: '625.00' })))).toHaveLength(0);
    // Held before: 125 of each wire are other money, 500 of 625 the cash.
    const own = ['left', 'right'].map((one) =>
      pay(`employer>${one}`, 0, '0.01', { countryFrom: 'AA', countryTo: 'AA' }),
    );
    expect(found([...own, ...customers])).toHaveLength(1);
  });

  it('asks for another country, and has no view on which', () => {
    expect(found(wires(() => ({ countryTo: 'AA' })))).toEqual([]);
    expect(found(wires(() => ({ countryTo: 'CC' })))).toHaveLength(1);
  });

  it('asks for unlinked customers and one recipient', () => {
    const kin = pay('left>right', customers[0]!.timeMs - 1, '5', { countryFrom: 'AA', countryTo: 'AA' });
    expect(found([...customers, kin])).toEqual([]);
    expect(found(wires((one) => ({ beneficiary: `recipient of ${one.payer as string}` })))).toEqual([]);
  });

  it('leaves other currencies to the user', () => {
    const inYen = customers.map((one) => ({ ...one, currency: 'JPY' }));
    expect(detectionOf('cash-then-wire', inYen)).toMatchObject({ status: 'notEvaluable' });
    expect(found(inYen, { anyCurrency: 1, minCash: 500 })).toHaveLength(1);
    expect(found(inYen, { anyCurrency: 1, minCash: 500.01 })).toEqual([]);
  });

  it('names the countries it misses', () => {
    const bare = withoutColumns(customers, 'countryTo');
    expect(detectionOf('cash-then-wire', bare)).toEqual({ status: 'notEvaluable', missing: ['countryTo'] });
  });
});
