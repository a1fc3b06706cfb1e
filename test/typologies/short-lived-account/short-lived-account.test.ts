import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { detectionOf, findingsOfTypology } from '../../support/named-findings.js';

const START = 1_700_000_000_000;
const frame = [pay('early>bird', START, '1.00'), pay('late>bird', START + 300 * DAY_MS, '1.00')];

/** First seen on `firstDay`, five payers of 200; `out` leaves ten days later. */
function life(firstDay: number, out: string, more: readonly TransferInput[] = []): TransferInput[] {
  const into = [0, 1, 2, 3, 4].map((i) => pay(`payer-${i}>account`, START + (firstDay + i) * DAY_MS, '200.00'));
  return [...into, pay('account>other', START + (firstDay + 10) * DAY_MS, out), ...more, ...frame];
}
const count = (transfers: readonly TransferInput[]): number =>
  findingsOfTypology('short-lived-account', transfers).length;

describe('I16, short-lived accounts', () => {
  it('says first seen, and counts as reduced', () => {
    const [finding] = findingsOfTypology('short-lived-account', life(30, '1000.00'));
    expect(finding).toMatchObject({ strength: 0.6, subjects: ['account'], receivers: ['other'] });
    expect(finding?.measured.get('activeDaysSinceFirstSeen')).toBe(10);
  });

  it('leaves open whom it saw in the first thirty days', () => {
    expect([count(life(30, '1000.00')), count(life(29.9, '1000.00'))]).toEqual([1, 0]);
  });

  it('asks for less than a hundredth left', () => {
    expect([count(life(30, '990.01')), count(life(30, '990.00'))]).toEqual([1, 0]);
  });

  it('asks for four fifths of all credits in the first ninety days', () => {
    const late = (amount: string): TransferInput[] => [
      pay('payer-5>account', START + 121 * DAY_MS, amount),
      pay('account>other', START + 122 * DAY_MS, amount),
    ];
    expect([count(life(30, '1000.00', late('250.00'))), count(life(30, '1000.00', late('250.01')))]).toEqual([1, 0]);
  });

  it('leaves a household alone', () => {
    const two = life(30, '1000.00').map((one) =>
      (one.payer as string).startsWith('payer-')
        ? { ...one, payer: one.payer === 'payer-0' ? 'payer-0' : 'payer-1' }
        : one,
    );
    expect(count(two)).toBe(0);
  });

  it('cannot be told from data of less than sixty days', () => {
    const short = [pay('a>b', START, '1'), pay('a>b', START + 59 * DAY_MS, '1')];
    expect(detectionOf('short-lived-account', short)).toEqual({
      status: 'notEvaluable',
      missing: ['data of at least 60 days'],
    });
  });
});
