import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coarser,
  createPeriod,
  DAY_MS,
  daysFromCivil,
  daysInMonth,
  defaultTies,
  formatInstant,
  periodContains,
  PRECISIONS,
} from '../../src/foundation/index.js';

describe('instants', () => {
  it('count days like the platform does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 9999 }), fc.nat(11), fc.integer({ min: 1, max: 28 }), (y, m, d) => {
        const date = new Date(0);
        date.setUTCFullYear(y, m, d);
        expect(daysFromCivil(y, m + 1, d)).toBe(date.getTime() / DAY_MS);
      }),
    );
    expect(daysFromCivil(2024, 2, 30)).toBe(daysFromCivil(2024, 3, 1));
  });

  it('know the length of months', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect([1, 4, 6, 9, 11, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 30, 30, 30, 30, 31]);
    expect([daysInMonth(2024, 0), daysInMonth(2024, 13)]).toEqual([0, 0]);
  });

  it.each([
    ['day', '2024-01-15'],
    ['minute', '2024-01-15T10:00Z'],
    ['second', '2024-01-15T10:00:05Z'],
    ['millisecond', '2024-01-15T10:00:05.250Z'],
    ['step', '1705312805250'],
    ['order', '1705312805250'],
  ] as const)('print at %s precision', (precision, text) => {
    expect(formatInstant(Date.UTC(2024, 0, 15, 10, 0, 5, 250), precision)).toBe(text);
  });

  it('allow same-instant chains where the clock is coarse', () => {
    expect(PRECISIONS.map(defaultTies)).toEqual([
      'strict',
      'same-instant-allowed',
      'same-instant-allowed',
      'strict',
      'strict',
      'strict',
    ]);
    expect(coarser('second', 'day')).toBe('day');
    expect(coarser('day', 'second')).toBe('day');
  });
});

describe('periods', () => {
  it('are half open', () => {
    const period = createPeriod(10, 20);
    expect([9, 10, 19, 20].map((time) => periodContains(period, time))).toEqual([false, true, true, false]);
    expect(periodContains(createPeriod(5, 5), 5)).toBe(false);
  });

  it.each([
    [2, 1],
    [NaN, 1],
    [1, NaN],
  ])('refuse %s to %s', (start, end) => {
    expect(() => createPeriod(start, end)).toThrow(expect.objectContaining({ code: 'period-reversed' }) as Error);
  });
});
