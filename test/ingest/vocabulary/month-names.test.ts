import { describe, expect, it } from 'vitest';
import { MONTH_NAMES, foldMonth, monthNumber } from '../../../src/ingest/vocabulary/month-names.js';

describe('month names', () => {
  it('are known in 13 languages', () => {
    expect(MONTH_NAMES.map(([language]) => language)).toEqual([
      ...['English', 'German', 'French', 'Spanish', 'Italian', 'Greek', 'Turkish', 'Serbian', 'Polish', 'Russian'],
      ...['Ukrainian', 'Arabic', 'Persian'],
    ]);
  });

  it.each(MONTH_NAMES)('of %s are twelve, each known by all its names, in small letters and capitals', (_, months) => {
    expect(months).toHaveLength(12);
    months.forEach((names, i) => {
      for (const name of names) {
        for (const text of [name, name.toUpperCase(), name.toLowerCase()]) expect(monthNumber(text), text).toBe(i + 1);
      }
    });
  });

  it('mean one month whatever the language', () => {
    const meanings = new Map<string, number>();
    for (const [, months] of MONTH_NAMES) {
      months.forEach((names, i) => {
        for (const name of names) {
          expect(meanings.get(foldMonth(name)) ?? i, name).toBe(i);
          meanings.set(foldMonth(name), i);
        }
      });
    }
    expect(meanings.size).toBeGreaterThan(250);
  });

  it('are not guessed', () => {
    expect(['Janu', 'x', '', 'constructor'].map(monthNumber)).toEqual([0, 0, 0, 0]);
  });
});
