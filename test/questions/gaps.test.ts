import { describe, expect, it } from 'vitest';
import { gaps } from '../../src/questions/index.js';
import { type Told, toldCase, toldLead } from './asked-lead.js';

const cash = { channel: 'cash', country: 'TR' } as const;
const TOLD: readonly Told[] = [
  ['2024-01-01', -1, 0, '100.00'],
  ['2024-01-02', -1, 0, '100.00'],
  ['2024-01-03', -1, 0, '100.00'],
  ['2024-02-01', 0, -2, '10.00', cash],
  ['2024-02-02', 0, -2, '20.00', { ...cash, place: 'Izmir' }],
  ['2024-02-03', 0, -2, '30.00', cash],
  ['2024-02-04', 0, -2, '40.00', cash],
  ['2024-02-05', 0, 1, '170.00'],
  ['2024-02-06', 1, -2, '60.00', { channel: 'wire', country: 'IT' }],
  ['2024-02-07', 1, -2, '60.00', { channel: 'wire', country: 'IT' }],
  ['2024-02-08', 1, -1, '50.00', { channel: 'wire', country: 'NG' }],
  ['2024-03-01', -1, 0, '1.00'],
  ['2024-03-02', -1, 0, '1.00'],
  ['2024-04-01', 0, -2, '1.00', cash],
];

describe('gaps', () => {
  const lead = toldLead(TOLD, { operators: 2 });
  const held = [
    { rule: 'fifo', sums: [{ currency: 'EUR', amount: '20.00' }] },
    { rule: 'lifo', sums: [] },
  ];
  const { leads, columns } = gaps(toldCase([{ ...lead, held, missing: ['wages'] }]));
  const [own] = leads;

  it('says which institution holds the next step, with places that three transfers share', () => {
    expect(
      own!.leaving.map(({ institutions, how, transfers, sums, destinations }) => [
        institutions,
        how,
        transfers,
        sums,
        destinations,
      ]),
    ).toEqual([
      [['BANK0'], 'cash', 5, [{ currency: 'EUR', amount: '101.00' }], [{ place: 'Türkiye', transfers: 4 }]],
      [['BANK1'], 'other', null, [], []],
    ]);
    expect(own!.toAsk[0]).toBe(
      'Ask BANK0 who took out the cash, and where: 5 payments, EUR 101.00 between 1 Feb 2024 and 1 Apr 2024, from BANK0 C001-0. Told of where to: Türkiye (4).',
    );
    expect(own!.toAsk[1]).toBe(
      'Ask BANK1 who holds the accounts that were paid: fewer than three transfers, from BANK1 C001-1.',
    );
  });

  it('asks nobody about protected payers', () => {
    expect(JSON.stringify(own)).not.toMatch(/NG|\b50\.00/u);
  });

  it('names months with at least three receipts in which nothing leaves', () => {
    expect(own!.monthsWithoutPayments).toEqual(['2024-01']);
  });

  it('asks for money that is not seen leaving, from a tenth on', () => {
    expect(own!.notSeenLeaving).toMatchObject([{ operator: 0, notSeen: { currency: 'EUR', amount: '31.00' } }]);
    const at = (paid: string): number => {
      const operators = lead.operators.map((one) => ({
        ...one,
        received: [{ currency: 'EUR', amount: '1000.00' }],
        paid: [{ currency: 'EUR', amount: paid }],
      }));
      return gaps(toldCase([{ ...lead, operators }])).leads[0]!.notSeenLeaving.length;
    };
    expect([at('900'), at('900.01'), at('1000'), at('1000.01')]).toEqual([2, 0, 0, 0]);
  });

  it('gives what is held as a range over rules, and what was not measured', () => {
    expect(own!.held).toMatchObject([{ least: { amount: '0.00' }, most: { amount: '20.00' } }]);
    expect(own!.toAsk.at(-1)).toBe('Not measured for most of its accounts: wages.');
  });

  it('lists each column once, with all that it would allow', () => {
    expect(columns.map(({ column, allows }) => [column, allows])).toEqual([
      ['places', ['funnel accounts', 'structured deposits', 'funnel account']],
    ]);
  });
});
