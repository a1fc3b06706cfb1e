import { DAY_MS } from '../foundation/index.js';
import { greatest } from './extremes.js';

/** How many times a week something happens, and how plainly. */
export interface WeeklyRhythm {
  /** 1, 2 or 3 peaks a week. */
  readonly peaks: number;
  /** 0 = spread evenly over the days of the week, 1 = all at the same distance in the week. */
  readonly strength: number;
}

/** {@link WeeklyRhythm} with the numbers that it rests on. */
export interface WeekdayTest {
  /** Of all seven days together. */
  readonly events: number;
  /** Strengths at 1, 2 and 3 peaks a week, 0 to 1. */
  readonly strengths: readonly [number, number, number];
  /** Greatest chance, 0 to 1, of a strength like the greatest of the three where days are drawn at random; 1 for no event. */
  readonly chance: number;
  /** Undefined where chance does as well, or for fewer than {@link LEAST_EVENTS} events. */
  readonly rhythm: WeeklyRhythm | undefined;
}

const WEEK_DAYS = 7;
/** The first day of 1970 was a Thursday: weeks start three days before. */
const DAYS_BEFORE = 3;
/** With fewer events the tail of Rayleigh's test is no good approximation [choice]. */
export const LEAST_EVENTS = 10;
/** Greatest chance of such a rhythm where days are drawn at random, for all three numbers of peaks together [choice]. */
export const MOST_CHANCE = 0.01;
/** Strengths that differ by less are equal but for rounding, as all three are for events of one day: fewest peaks then. */
const ALIKE = 1e-9;
const PEAKS = [1, 2, 3] as const;

/** Day of the week of a day counted from 1970-01-01: 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + DAYS_BEFORE) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
}

/**
 * Whether events keep to one, two or three days a week: the length of the mean of the unit vectors of their days, at so many
 * turns a week, the greatest of the three (the fewest of equal ones). Three is the most that days can show. Undefined where chance does as well, by Rayleigh's
 * test (exp(-n R^2), times three) or for fewer than ten events. Days are those of UTC: by local ones, events around midnight may
 * belong to the day before or after. What it says is that days repeat, which shops and pay days do too. O(events).
 */
export function weeklyRhythm(timesMs: Iterable<number>): WeeklyRhythm | undefined {
  const counts = Array.from({ length: WEEK_DAYS }, () => 0);
  for (const time of timesMs) counts[weekdayOf(Math.floor(time / DAY_MS))]!++;
  return testWeekdays(counts).rhythm;
}

/**
 * The test of {@link weeklyRhythm} for events that are counted already, with all that it measured. O(1).
 *
 * @param counts - Events on Mondays to Sundays; any other first day gives the same
 */
export function testWeekdays(counts: readonly number[]): WeekdayTest {
  const events = counts.reduce((all, count) => all + count, 0);
  const [one, two, three] = PEAKS.map((peaks) => meanLength(counts, events, peaks)) as [number, number, number];
  const strengths = [one, two, three] as const;
  const strength = greatest(strengths);
  const chance = Math.min(1, PEAKS.length * Math.exp(-events * strength * strength));
  const isRhythm = events >= LEAST_EVENTS && chance <= MOST_CHANCE;
  return {
    events,
    strengths,
    chance,
    rhythm: isRhythm ? { peaks: PEAKS[strengths.findIndex((one) => one > strength - ALIKE)]!, strength } : undefined,
  };
}

/** Length of the mean unit vector when the week is gone round `turns` times; 0 for no event. */
function meanLength(counts: readonly number[], events: number, turns: number): number {
  let [x, y] = [0, 0];
  counts.forEach((count, day) => {
    const angle = (2 * Math.PI * turns * day) / WEEK_DAYS;
    x += count * Math.cos(angle);
    y += count * Math.sin(angle);
  });
  return events === 0 ? 0 : Math.hypot(x, y) / events;
}
