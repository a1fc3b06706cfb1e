import { describe, expect, it } from 'vitest';
import { bridges } from '../../src/questions/index.js';
import { toldCase, toldLead } from './asked-lead.js';

/** 0, 1 and 2 all deal with each other; 3 hangs on 2; 4 deals with nobody. */
const one = toldLead(
  [
    ['2024-01-01', 0, 1, '1.00'],
    ['2024-01-02', 1, 2, '1.00'],
    ['2024-01-03', 2, 0, '1.00'],
    ['2024-01-04', 2, 3, '10.00'],
    ['2024-01-05', 3, 2, '2.50'],
    ['2024-01-06', 4, 4, '9.00'],
    ['2024-01-07', -1, 4, '9.00'],
    ['2024-02-01', 0, -2, '70.00', { line: 90 }],
    ['2024-02-02', 0, -2, '30.00', { line: 91 }],
    ['2024-02-03', 0, -2, '40.00', { line: 92 }],
  ],
  { operators: 5 },
);
const two = toldLead(
  [
    ['2024-01-01', -1, 1, '3.00', { line: 70 }],
    ['2024-02-01', -2, 1, '70.00', { line: 90 }],
    ['2024-02-02', -2, 1, '30.00', { line: 91 }],
    ['2024-02-03', -2, 1, '41.00', { line: 92 }],
    ['2024-02-04', -2, 1, '5.00', { line: 93 }],
  ],
  { operators: 3, id: 'C002' },
);

describe('bridges', () => {
  const { leads, between } = bridges(toldCase([one, two]));

  it('finds the account and the pair that hold a lead together', () => {
    const [first] = leads;
    expect(first!.parts).toBe(2);
    expect(first!.operators.map(({ operator, parts }) => [operator, parts])).toEqual([[2, [2, 1]]]);
    expect(first!.pairs).toHaveLength(1);
    expect(first!.pairs[0]).toMatchObject({
      sides: [3, 1],
      transfers: 2,
      sums: [{ currency: 'EUR', amount: '12.50' }],
      evidence: [
        { file: 'bank.csv', line: 5 },
        { file: 'bank.csv', line: 6 },
      ],
      sentence: 'Only 2 transfers (EUR 12.50) between BANK2 C001-2 and BANK3 C001-3 link 3 accounts to 1.',
    });
  });

  it('ties two leads by transfers that both show, and by no others', () => {
    expect(between).toHaveLength(1);
    expect(between[0]).toMatchObject({
      from: { lead: 'C001', operator: 0 },
      to: { lead: 'C002', operator: 1 },
      transfers: 2,
      sums: [{ currency: 'EUR', amount: '100.00' }],
      sentence: 'BANK0 C001-0 of C001 paid BANK1 C002-1 of C002: 2 transfers, EUR 100.00.',
    });
  });

  it('is empty for a case without leads', () => {
    expect(bridges(toldCase([]))).toMatchObject({ leads: [], between: [] });
  });
});
