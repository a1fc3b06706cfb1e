import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  formatMinor,
  formatMoney,
  MAX_AMOUNT_DIGITS,
  parseExactDecimal,
} from '../../src/foundation/index.js';

describe('parseExactDecimal', () => {
  it.each([
    ['12.50', 125n, 1],
    ['-12.5', -125n, 1],
    ['+3', 3n, 0],
    ['.5', 5n, 1],
    ['5.', 5n, 0],
    ['0.000', 0n, 0],
    ['4.22676E+15', 4226760000000000n, 0],
    ['1e-3', 1n, 3],
    ['9007199254740993', 9007199254740993n, 0],
    ['12345678901234567890123456789012345678', 12345678901234567890123456789012345678n, 0],
  ])('reads %s', (text, mantissa, decimals) => {
    expect(parseExactDecimal(text)).toEqual({ mantissa, decimals });
  });

  it.each(['', ' 1', '1,5', '1_000', '0x1f', 'Infinity', 'NaN', '--1', '.', '1e', '1e400', '1e-400', '٣'])(
    'refuses %j',
    (text) => {
      expect(parseExactDecimal(text)).toBeUndefined();
    },
  );

  it('takes as many digits as it says and not one more', () => {
    expect(parseExactDecimal('9'.repeat(MAX_AMOUNT_DIGITS))?.mantissa).toBe(10n ** BigInt(MAX_AMOUNT_DIGITS) - 1n);
    expect(parseExactDecimal('9'.repeat(MAX_AMOUNT_DIGITS + 1))).toBeUndefined();
    expect(parseExactDecimal(`0.${'0'.repeat(MAX_AMOUNT_DIGITS - 1)}1`)?.decimals).toBe(MAX_AMOUNT_DIGITS);
    expect(parseExactDecimal(`0.${'0'.repeat(MAX_AMOUNT_DIGITS)}1`)).toBeUndefined();
  });

  it('reads short numbers as it reads all others', () => {
    const digits = fc.stringMatching(/^\d{1,16}$/);
    fc.assert(
      fc.property(fc.constantFrom('', '-', '+'), digits, fc.option(digits), (sign, whole, part) => {
        const text = `${sign}${whole}${part === null ? '' : `.${part}`}`;
        expect(parseExactDecimal(text)).toEqual(parseExactDecimal(`${text}e0`));
      }),
      {
        numRuns: 2000,
        examples: [
          ['-', '0', '0'],
          ['-', '0', '50'],
          ['', '007', '000'],
          ['', '100', null],
        ],
      },
    );
  });

  it('is the inverse of formatMinor', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.integer({ min: 0, max: 8 }),
        (minor, scale) => {
          const value = parseExactDecimal(formatMinor(minor, scale))!;
          expect(value.mantissa * 10n ** BigInt(scale - value.decimals)).toBe(minor);
        },
      ),
    );
  });
});

describe('formatMinor', () => {
  it.each([
    [-1250n, 2, '-12.50'],
    [5n, 2, '0.05'],
    [0n, 3, '0.000'],
    [7n, 0, '7'],
    [-7n, 1, '-0.7'],
  ])('prints %s at scale %s', (minor, scale, text) => {
    expect(formatMinor(minor, scale)).toBe(text);
  });
});

describe('addMoney', () => {
  const euro = { minor: 150n, scale: 2, currency: 'EUR' };

  it('adds within a currency', () => {
    expect(formatMoney(addMoney(euro, euro))).toBe('3.00');
  });

  it.each([
    { ...euro, currency: 'USD' },
    { ...euro, scale: 3 },
  ])('never adds across currencies or scales: %o', (other) => {
    expect(() => addMoney(euro, other)).toThrow(expect.objectContaining({ code: 'currency-mismatch' }) as Error);
  });
});
