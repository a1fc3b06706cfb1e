import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/foundation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { demandEscalationExample } from '../support/detector-examples/demand-escalation.js';
import { pay } from '../support/detector-examples/pay.js';
import { wageToDebtExample } from '../support/detector-examples/wage-to-debt.js';
import { findingsOfTypology } from '../support/named-findings.js';

describe('I23, escalating demands', () => {
  const found = (days: readonly number[], parameters = {}): number =>
    findingsOfTypology(
      'demand-escalation',
      days.map((day) => pay('family>account', day * DAY_MS, '1000')),
      { parameters },
    ).length;

  it('is about the families, who are payers', () => {
    expect(findingsOfTypology('demand-escalation', demandEscalationExample.positive)).toMatchObject([
      { countClass: 'welfare', strength: 0.6, subjects: ['account'], payers: ['family'] },
    ]);
  });

  it('asks for strictly shrinking gaps between all payments, and for four of them', () => {
    expect([found([0, 20, 30, 35]), found([0, 20, 30, 40]), found([0, 20, 30]), found([0, 20, 30, 35, 60])]).toEqual([
      1, 0, 0, 0,
    ]);
    expect(found([0, 20, 30], { minPayments: 3 })).toBe(1);
  });
});

describe('I24, wages that go to a debt', () => {
  const wages = wageToDebtExample.positive;
  const found = (transfers: readonly TransferInput[]): ReturnType<typeof findingsOfTypology> =>
    findingsOfTypology('wage-to-debt', transfers);
  const onward = (change: (one: TransferInput) => Partial<TransferInput>): TransferInput[] =>
    wages.map((one) => (one.beneficiary === 'account' ? { ...one, ...change(one) } : one));

  it('is about the workers, who are payers', () => {
    expect(found(wages)).toMatchObject([
      { countClass: 'welfare', subjects: ['account'], payers: ['worker-0', 'worker-1', 'worker-2'] },
    ]);
  });

  it('asks for 30 to 80 percent within 24 hours, after every wage', () => {
    expect(found(onward(() => ({ amount: '240.00' })))).toHaveLength(1);
    expect(found(onward(() => ({ amount: '240.01' })))).toEqual([]);
    expect(found(onward((one) => ({ timeMs: one.timeMs + 1 })))).toEqual([]);
    expect(found(onward((one) => ({ timeMs: one.timeMs - 23 * HOUR_MS })))).toHaveLength(1);
  });

  it('asks for three workers who are not related', () => {
    const kin = pay('worker-0>worker-1', wages[0]!.timeMs - DAY_MS, '5');
    expect(found([...wages, kin])).toEqual([]);
    expect(found(wages.filter(({ payer }) => payer !== 'worker-2'))).toEqual([]);
  });
});
