import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/foundation/index.js';
import { testWeekdays, weekdayOf, weeklyRhythm } from '../../src/structures/index.js';

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

  it.each([0, 1, 2, 3, 4, 5, 6])('tells one day as one peak, whichever it is (%i)', (day) => {
    expect(weeklyRhythm(onDays(12, day))?.peaks).toBe(1);
  });

  it('tells the numbers that it rests on', () => {
    const { events, strengths, chance, rhythm } = testWeekdays([0, 0, 26, 0, 0, 26, 0]);
    expect(events).toBe(52);
    expect(strengths.map((one) => (2 * one).toFixed(3))).toEqual(['0.445', '1.802', '1.247']);
    expect(chance).toBeCloseTo(3 * Math.exp(-52 * strengths[1] ** 2), 15);
    expect(rhythm).toEqual({ peaks: 2, strength: strengths[1] });
    expect(testWeekdays([0, 0, 0, 0, 0, 0, 0])).toMatchObject({ events: 0, chance: 1, rhythm: undefined });
  });

  it('is of the same strength whatever day weeks begin on', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 7, maxLength: 7 }), fc.nat(6), (counts, first) => {
        const turned = testWeekdays([...counts.slice(first), ...counts.slice(0, first)]);
        testWeekdays(counts).strengths.forEach((one, i) => {
          expect(turned.strengths[i]).toBeCloseTo(one, 12);
        });
      }),
    );
  });

  it('begins weeks on Monday', () => {
    expect([-3, -4, 0, 4].map(weekdayOf)).toEqual([0, 6, 3, 0]);
    expect(weekdayOf(MONDAY / DAY_MS)).toBe(0);
  });
});
