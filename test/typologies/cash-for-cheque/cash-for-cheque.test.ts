import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { cashForChequeExample } from '../../support/detector-examples/cash-for-cheque.js';
import { pay } from '../../support/detector-examples/pay.js';
import { detectionOf, findingsOfTypology } from '../../support/named-findings.js';

const exchanges = cashForChequeExample.positive;
const found = (transfers: readonly TransferInput[], parameters = {}): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('cash-for-cheque', transfers, { parameters });
const cheques = (change: Partial<TransferInput>): TransferInput[] =>
  exchanges.map((one) => (one.channel === 'cheque' ? { ...one, ...change } : one));
const [firstCash] = exchanges;

describe('I13, cash for cheques', () => {
  it('is about the account that takes cash and writes cheques', () => {
    const [finding] = found(exchanges);
    expect(finding).toMatchObject({
      subjects: ['business'],
      payers: ['stranger0', 'stranger1'],
      receivers: ['other0', 'other1'],
    });
    expect(finding!.measured.get('pairsOfCashAndCheque')).toBe(2);
    expect(finding!.measured.get('longestStayHours')).toBe(168);
  });

  it('asks for a cheque of nine tenths of the cash, and no more than the cash', () => {
    expect(found(cheques({ amount: '8099.99' }))).toEqual([]);
    expect(found(cheques({ amount: '9000.00' }))).toHaveLength(1);
    expect(found(cheques({ amount: '9000.01' }))).toEqual([]);
    expect(found(cheques({ currency: 'USD' }))).toEqual([]);
    expect(found(cheques({ channel: 'wire' }))).toEqual([]);
  });

  it('asks for strangers on both sides', () => {
    const before = firstCash!.timeMs - 180 * DAY_MS;
    for (const route of ['stranger0>business', 'business>stranger0', 'business>other0']) {
      expect(found([pay(route, before + 8 * DAY_MS, '1'), ...exchanges]), route).toEqual([]);
      expect(found([pay(route, before - DAY_MS, '1'), ...exchanges]), route).toHaveLength(1);
    }
    // Who was paid before may still bring cash; whoever brought cash before may be written a cheque.
    expect(found([pay('other0>business', before + 8 * DAY_MS, '1'), ...exchanges])).toHaveLength(1);
  });

  it('takes no cheque back to the one who paid in for a pair', () => {
    const refunded = exchanges.map((one) =>
      one.channel === 'cheque' ? { ...one, beneficiary: `stranger${(one.beneficiary as string).slice(-1)}` } : one,
    );
    expect(found(refunded)).toEqual([]);
  });

  it('uses no transfer twice, and makes as many pairs as can be', () => {
    const at = (day: number): number => firstCash!.timeMs + day * DAY_MS;
    const cash = (who: string, day: number, amount: string): TransferInput =>
      pay(`${who}>shop`, at(day), amount, { channel: 'cash' });
    const cheque = (who: string, day: number, amount: string): TransferInput =>
      pay(`shop>${who}`, at(day), amount, { channel: 'cheque' });
    expect(found([cash('a', 0, '100'), cash('b', 0, '100'), cheque('c', 1, '95')])).toEqual([]);
    // The first may take either cheque, the second the first cheque only.
    const both = [cash('a', 0, '100'), cash('b', 0, '96'), cheque('c', 1, '95'), cheque('d', 2, '100')];
    expect(found(both)[0]!.measured.get('pairsOfCashAndCheque')).toBe(2);
  });

  it('says where it stopped', () => {
    expect(detectionOf('cash-for-cheque', exchanges, { parameters: { maxSteps: 1 } })).toMatchObject({
      findings: { complete: false, stoppedBy: 'maxSteps 1' },
    });
  });
});
