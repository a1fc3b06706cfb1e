import { testWeekdays, weekdayOf } from '../structures/index.js';
import { counted, listed } from './plain-words.js';

/** Payments by day of the week, with the test of their days. */
export interface WeekdayCounts {
  /** Payments on Mondays to Sundays. */
  readonly payments: readonly number[];
  /** Days with at least one payment, Mondays to Sundays: what the test is of. */
  readonly days: readonly number[];
  /** At 1, 2 and 3 peaks a week: 0 = spread evenly, 1 = all at the same distance in the week. */
  readonly strengths: readonly [number, number, number];
  /** That days drawn at random are as uneven, 0 to 1; see `testWeekdays`. */
  readonly chance: number;
  /** Peaks a week; null for too few days, and where chance does as well. */
  readonly peaks: number | null;
}

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/**
 * Counts payments by day of the week.
 *
 * @param days - Days counted from `start`, each once
 * @param counts - Payments of each
 * @param start - Days after 1970-01-01
 */
export function weekdayCounts(days: readonly number[], counts: readonly number[], start: number): WeekdayCounts {
  const [payments, active] = [DAYS.map(() => 0), DAYS.map(() => 0)];
  days.forEach((day, i) => {
    if (counts[i]! === 0) return;
    const weekday = weekdayOf(start + day);
    payments[weekday]! += counts[i]!;
    active[weekday]!++;
  });
  const { strengths, chance, rhythm } = testWeekdays(active);
  return { payments, days: active, strengths, chance, peaks: rhythm?.peaks ?? null };
}

/** "52 payments on 52 days, 26 on Wednesdays and 26 on Saturdays: two peaks a week (strength 0.90, chance below 0.01 %)". */
export function weekdayWords({ payments, days, strengths, chance, peaks }: WeekdayCounts): string {
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  const byDay = payments.flatMap((count, day) => (count === 0 ? [] : [`${count} on ${DAYS[day]!}`]));
  const what = `${counted(sum(payments), 'payment')} on ${counted(sum(days), 'day')}, ${listed(byDay)}`;
  if (peaks === null) return `${what}: no rhythm that chance does not explain`;
  const strength = strengths[peaks - 1]!.toFixed(2);
  const chances = chance < 0.0001 ? 'chance below 0.01 %' : `chance ${(100 * chance).toFixed(2)} %`;
  return `${what}: ${['one peak', 'two peaks', 'three peaks'][peaks - 1]!} a week (strength ${strength}, ${chances})`;
}
