import { describe, expect, it } from 'vitest';
import { boundWords, measureName } from '../../src/report/words/measure-words.js';
import { countWord, counted, listed, money, shortMoney, signed } from '../../src/report/words/numbers.js';
import { dayWords, daysBetween, periodWords } from '../../src/report/words/times.js';

describe('numbers in words', () => {
  it('groups digits and keeps every one of them', () => {
    expect(money({ currency: 'EUR', amount: '12345678901234567890.10' })).toBe('EUR 12,345,678,901,234,567,890.10');
    expect(money({ currency: 'XAF', amount: '-1234' })).toBe('XAF -1,234');
  });

  it('shortens for labels', () => {
    expect([950, 8750, 45_000, 1_234_000, 2e9].map((value) => shortMoney('EUR', value))).toEqual([
      'EUR 950',
      'EUR 8,750',
      'EUR 45k',
      'EUR 1.2m',
      'EUR 2.0bn',
    ]);
  });

  it('counts and lists', () => {
    expect([countWord(2), countWord(12), counted(1, 'payer'), counted(3, 'country', 'countries')]).toEqual([
      'two',
      '12',
      '1 payer',
      '3 countries',
    ]);
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect([signed(2.1), signed(-0.5), signed(-0.001)]).toEqual(['+2.10', '−0.50', '0.00']);
  });
});

describe('times in words', () => {
  it('names days in UTC', () => {
    expect(dayWords('2024-01-12T23:59:59Z')).toBe('12 Jan 2024');
    expect(periodWords('2024-01-12', '2024-06-28')).toBe('12 Jan – 28 Jun 2024');
    expect(periodWords('2023-12-31', '2024-06-28')).toBe('31 Dec 2023 – 28 Jun 2024');
    expect([daysBetween('2024-01-12', '2024-06-28'), daysBetween('first', 'last')]).toEqual([169, null]);
  });
});

describe('measures in words', () => {
  it('tells bounds from what a finding met', () => {
    const measure = (value: number): string => boundWords({ name: 'stay', value, unit: 'hours', threshold: 48 });
    expect([measure(60), measure(9), measure(48)]).toEqual(['at least 48 h', 'at most 48 h', 'limit 48 h']);
    expect(measureName({ name: 'medianStay_hours' })).toBe('Median stay hours');
    expect(measureName({ name: 'medianStay_hours', words: 'usual stay' })).toBe('Usual stay');
  });
});
