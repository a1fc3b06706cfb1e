import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { weeklyRhythm } from '../../../src/typologies/time/weekly-rhythm.js';

const MONDAY = Date.UTC(2024, 0, 1);
const onDays = (weeks: number, ...days: readonly number[]): number[] =>
  Array.from({ length: weeks }, (_, week) => days.map((day) => MONDAY + (7 * week + day) * DAY_MS)).flat();

describe('the rhythm of a week', () => {
  it('tells Wednesdays and Saturdays as two peaks, of the strength that the two days give', () => {
    const rhythm = weeklyRhythm(onDays(26, 2, 5));
    expect(rhythm?.peaks).toBe(2);
    expect(rhythm?.strength).toBeCloseTo(Math.abs(Math.cos((3 * Math.PI * 2) / 7)), 12);
  });

  it('tells one day and three', () => {
    expect(weeklyRhythm(onDays(12, 4))).toEqual({ peaks: 1, strength: 1 });
    expect(weeklyRhythm(onDays(12, 0, 2, 4))?.peaks).toBe(3);
  });

  it('sees none where all days are alike, and none in fewer than ten events', () => {
    expect(weeklyRhythm(onDays(10, 0, 1, 2, 3, 4, 5, 6))).toBeUndefined();
    expect(weeklyRhythm(onDays(9, 4))).toBeUndefined();
    expect(weeklyRhythm(onDays(10, 4))).toBeDefined();
  });

  it('takes times before 1970 as well', () => {
    expect(weeklyRhythm(onDays(12, 4).map((time) => time - 3000 * 7 * DAY_MS))?.peaks).toBe(1);
  });
});
