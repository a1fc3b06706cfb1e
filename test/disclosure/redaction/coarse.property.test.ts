import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPowerOfTen, toTwoDigits } from '../../../src/disclosure/redaction/coarse-amounts.js';
import { toOneDecimal, toPartnerCount, toPublicCount } from '../../../src/disclosure/redaction/coarse-counts.js';
import { toDay, toMonth } from '../../../src/disclosure/redaction/coarse-times.js';

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
  .map(([minor, scale]) => {
    const digits = minor.toString().padStart(scale + 1, '0');
    return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  });
const significant = (text: string): number => text.replace('.', '').replace(/^0+/u, '').replace(/0+$/u, '').length;

describe('coarse values', () => {
  it.each([
    ['1234.50', '1200', '1000'],
    ['12.50', '13', '10'],
    ['995', '1000', '100'],
    ['0.0456', '0.046', '0.01'],
    ['100.00', '100', '100'],
    ['99.99', '100', '10'],
    ['7', '7', '1'],
    ['0.00', '0', '0'],
    ['-1250', '-1300', '-1000'],
  ])('%s is %s in two digits and %s as a power of ten', (text, two, ten) => {
    expect(toTwoDigits(text)).toBe(two);
    expect(toPowerOfTen(text)).toBe(ten);
  });

  it('keeps two digits within a twentieth, and a power of ten below the amount', () => {
    fc.assert(
      fc.property(amount, (text) => {
        const [exact, two, ten] = [Number(text), toTwoDigits(text)!, toPowerOfTen(text)!];
        expect(significant(two)).toBeLessThanOrEqual(2);
        expect(Math.abs(Number(two) - exact)).toBeLessThanOrEqual(exact * 0.0500001);
        expect(ten).toMatch(/^(?:10*|0\.0*1|0)$/u);
        if (exact > 0) {
          expect(Number(ten)).toBeLessThanOrEqual(exact * 1.0000001);
          expect(Number(ten) * 10).toBeGreaterThan(exact * 0.9999999);
        }
      }),
    );
  });

  it('takes nothing that is no number or no date', () => {
    for (const text of ['Frau Mustermann', '', '1,000', '12 EUR', '1e500']) {
      expect(toTwoDigits(text)).toBeUndefined();
      expect(toPowerOfTen(text)).toBeUndefined();
    }
    for (const text of ['', '4711', '2024-13-01', '2024-01-01T08:00:00Z by me', 'x2024-01-01']) {
      expect(toDay(text)).toBe('');
      expect(toMonth(text)).toBe('');
    }
    expect([toDay('2024-01-31T23:59:59.999Z'), toDay('2024-01-31')]).toEqual(['2024-01-31', '2024-01-31']);
    expect(toMonth('2024-01-31T23:59:59Z')).toBe('2024-01');
  });

  it('tells no count under three, and rounds the others down', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 99, 100, 109, 1234, 1000].map(toPublicCount)).toEqual([
      0, 0, 0, 3, 3, 3, 6, 99, 100, 100, 1200, 1000,
    ]);
    fc.assert(
      fc.property(fc.nat(10_000_000), (count) => {
        const told = toPublicCount(count);
        expect(told).toBeLessThanOrEqual(count);
        expect(told === 0 || told >= 3).toBe(true);
        expect(toPublicCount(told)).toBe(told);
      }),
    );
    expect([7, 1234, 98_765].map(toPartnerCount)).toEqual([7, 1200, 99_000]);
    expect(Object.is(toOneDecimal(-0.01), 0)).toBe(true);
  });
});
