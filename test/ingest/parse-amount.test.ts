import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/ingest/parse-amount.js';
import { type NumberPlan } from '../../src/ingest/row-plan.js';

const PLAN: NumberPlan = {
  decimalMark: '.',
  thousandsMark: '',
  currencySigns: '',
  bracketsAreNegative: false,
  scientific: false,
  negative: 'quarantine',
  leavesOutZero: false,
};

function read(text: string, plan: Partial<NumberPlan> = {}): string | undefined {
  const amount = parseAmount(text, { ...PLAN, ...plan });
  if (amount === undefined) return undefined;
  return `${amount.negative ? '-' : ''}${amount.wide ?? amount.mantissa}e-${amount.decimals}`;
}

describe('parseAmount', () => {
  it('reads plain decimals, and drops zeros after the mark', () => {
    expect(read('12')).toBe('12e-0');
    expect(read('12.50')).toBe('125e-1');
    expect(read('5.00')).toBe('5e-0');
    expect(read('100')).toBe('100e-0');
    expect(read('-0.05')).toBe('-5e-2');
    expect(read('.5')).toBe('5e-1');
    expect(read('5.')).toBe('5e-0');
    expect(read('+5')).toBe('5e-0');
    expect(read('-0')).toBe('0e-0');
    expect(read('30100.664158815413')).toBe('30100664158815413e-12');
  });

  it('is exact on both sides of what a double holds', () => {
    expect(read('999999999999999')).toBe('999999999999999e-0');
    expect(read('9007199254740991')).toBe('9007199254740991e-0');
    expect(read('9007199254740993')).toBe('9007199254740993e-0');
    expect(parseAmount('9007199254740991', PLAN)?.wide).toBeUndefined();
    expect(parseAmount('9007199254740993', PLAN)?.wide).toBe(9_007_199_254_740_993n);
  });

  it('reads nothing that is not written as the plan says', () => {
    for (const text of [
      '',
      '-',
      '.',
      '1,234.56',
      '1 234',
      '1e3',
      '0x1f',
      'NaN',
      'Infinity',
      '1_000',
      '--1',
      '1.2.3',
      '(5)',
      '$5',
    ]) {
      expect(read(text)).toBeUndefined();
    }
    expect(read('9'.repeat(201))).toBeUndefined();
  });

  it('reads Arabic-Indic and Persian digits, with their marks', () => {
    expect(read('١٢')).toBe('12e-0');
    expect(read('۱۲۳.۵۰')).toBe('1235e-1');
    expect(read('١٬٢٣٤٫٥٠')).toBe('12345e-1');
    expect(read('-۵')).toBe('-5e-0');
    expect(read('١٬٢٣')).toBeUndefined();
  });

  it('reads a minus that stands behind, or is a typographic one, and Swiss thousands', () => {
    expect(read('100.00-')).toBe('-100e-0');
    expect(read('5 $-', { currencySigns: '$' })).toBe('-5e-0');
    expect(read('\u22125')).toBe('-5e-0');
    expect(read('-5-')).toBeUndefined();
    expect(read("1'234.50", { thousandsMark: "'" })).toBe('12345e-1');
    expect(read('1\u2019234.50', { thousandsMark: "'" })).toBe('12345e-1');
  });

  it('takes exponents only if told to', () => {
    expect(read('5.689852347E7', { scientific: true })).toBe('5689852347e-2');
    expect(read('4.22676E+15', { scientific: true })).toBe('4226760000000000e-0');
    expect(read('1e400', { scientific: true })).toBeUndefined();
  });

  it('reads thousands marks only where they stand before three digits', () => {
    const english = { thousandsMark: ',' };
    expect(read('1,234.56', english)).toBe('123456e-2');
    expect(read('12,34,567', english)).toBe('1234567e-0');
    expect(read('-1,234', english)).toBe('-1234e-0');
    expect(read('12,50', english)).toBeUndefined();
    expect(read('1234,567', english)).toBeUndefined();
    expect(read(',567', english)).toBeUndefined();
    expect(read('1,2345', english)).toBeUndefined();
    expect(read('1.234,5', english)).toBeUndefined();
    const german: Partial<NumberPlan> = { decimalMark: ',', thousandsMark: '.' };
    expect(read('1.234,56', german)).toBe('123456e-2');
    expect(read('12,5', german)).toBe('125e-1');
    expect(read('1,234.56', german)).toBeUndefined();
    expect(read('12.50', { decimalMark: ',' })).toBeUndefined();
    expect(read('1\u00a0234\u202f567,8', { decimalMark: ',', thousandsMark: ' ' })).toBe('12345678e-1');
  });

  it('removes currency signs and brackets only if told to', () => {
    const signs = { currencySigns: '$€', thousandsMark: ',' };
    expect(read('$431,762.31', signs)).toBe('43176231e-2');
    expect(read('-$5', signs)).toBe('-5e-0');
    expect(read('5 €', signs)).toBe('5e-0');
    expect(read('5 £', signs)).toBeUndefined();
    expect(read('(12.50)', { bracketsAreNegative: true })).toBe('-125e-1');
    expect(read('(-12.50)', { bracketsAreNegative: true })).toBeUndefined();
  });
});
