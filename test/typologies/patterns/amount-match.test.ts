import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { legsMatch } from '../../../src/typologies/patterns/amount-match.js';

function match(into: Partial<TransferInput>, outOf: Partial<TransferInput>, least: number): boolean {
  const { ledger } = createLedger([
    { payer: 'a', beneficiary: 'b', timeMs: 0, ...into },
    { payer: 'b', beneficiary: 'c', timeMs: 1, ...outOf },
  ]);
  return legsMatch(ledger, 0, 1, least);
}

describe('legsMatch', () => {
  it.each([
    ['100', '50', 0.5, true],
    ['100', '49.99', 0.5, false],
    ['50', '100', 0.5, true],
    ['49.99', '100', 0.5, false],
    ['100', '100', 1, true],
    ['100', '99.999999', 1, false],
    ['30', '10', 0.333333, true],
    ['30', '10', 0.333334, false],
    ['7', '1', 0, true],
  ])('%s passed on as %s, at least %d: %s', (into, outOf, least, expected) => {
    expect(match({ amount: into }, { amount: outOf }, least)).toBe(expected);
  });

  it('finds nothing in favour where an amount is missing or the currency changes', () => {
    expect(match({ amount: '5' }, {}, 0.5)).toBe(false);
    expect(match({}, { amount: '5' }, 0.5)).toBe(false);
    expect(match({ amount: '5', currency: 'EUR' }, { amount: '5', currency: 'USD' }, 0.5)).toBe(false);
  });

  it('takes what came in as it was received', () => {
    const converted = { amount: '5', currency: 'EUR', receivedAmount: '6', receivedCurrency: 'USD' };
    expect(match(converted, { amount: '6', currency: 'USD' }, 1)).toBe(true);
    expect(match(converted, { amount: '5', currency: 'EUR' }, 1)).toBe(false);
  });

  it('is exact beyond the range of doubles', () => {
    const large = '90071992547409931234567';
    expect(match({ amount: large }, { amount: large }, 1)).toBe(true);
    expect(match({ amount: large }, { amount: `${large.slice(0, -1)}6` }, 1)).toBe(false);
  });

  it('agrees with whole numbers for any amounts', () => {
    const cents = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 100 }), (into, outOf, percent) => {
        const expected = Math.min(into, outOf) * 100 >= Math.max(into, outOf) * percent;
        expect(match({ amount: String(into) }, { amount: String(outOf) }, percent / 100)).toBe(expected);
      }),
    );
  });
});
