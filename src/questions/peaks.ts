import { DAY_MS } from '../foundation/index.js';
import { groupBy } from './group-by.js';
import { type Passage } from './passages.js';

/** The first day of 1970 was a Thursday: weeks start three days before. */
const DAYS_BEFORE = 3;

/** When a week is a peak. Choices: three times the mean is no ordinary week, and fewer than five payments are no crowd. */
export const PEAK_RULE = { leastPayments: 5, timesMean: 3, mostPeaks: 5 } as const;

/** Weeks one after another in which far more payments come in than in a mean week. */
export interface Peak {
  /** First day of the first week, a Monday, and last day of the last, a Sunday; midnight UTC. */
  readonly firstMs: number;
  readonly lastMs: number;
  readonly passages: readonly Passage[];
}

/** Peaks with the mean that they were held against. */
export interface Peaks {
  /** Payments in per week. */
  readonly mean: number;
  /** In order of time; of more than {@link PEAK_RULE}.mostPeaks the fullest. */
  readonly peaks: readonly Peak[];
  readonly leftOut: number;
}

/**
 * Finds weeks (Monday to Sunday, UTC) with at least five payments in and at least three times the mean of all weeks from the
 * first to the last given one, empty ones counted. Peak weeks that touch are one peak. Says nothing of why. O(payments +
 * weeks).
 *
 * @param paidIn - Payments in, with times, ascending
 * @param firstMs - Start and end of the period that weeks are counted in
 */
export function findPeaks(paidIn: readonly Passage[], firstMs: number, lastMs: number): Peaks {
  const weeks = groupBy(paidIn, ({ timeMs }) => weekOf(timeMs!));
  const mean = paidIn.length / (weekOf(lastMs) - weekOf(firstMs) + 1);
  const runs: { first: number; last: number; passages: Passage[] }[] = [];
  for (const [week, passages] of [...weeks].sort(([a], [b]) => a - b)) {
    if (passages.length < PEAK_RULE.leastPayments || passages.length < PEAK_RULE.timesMean * mean) continue;
    const before = runs.at(-1);
    if (before?.last === week - 1) {
      before.last = week;
      for (const passage of passages) before.passages.push(passage);
    } else runs.push({ first: week, last: week, passages });
  }
  const fullest = [...runs].sort((a, b) => b.passages.length - a.passages.length).slice(0, PEAK_RULE.mostPeaks);
  return {
    mean,
    leftOut: runs.length - fullest.length,
    peaks: runs
      .filter((run) => fullest.includes(run))
      .map(({ first, last, passages }) => ({
        firstMs: mondayOf(first),
        lastMs: mondayOf(last) + 6 * DAY_MS,
        passages,
      })),
  };
}

function weekOf(timeMs: number): number {
  return Math.floor((Math.floor(timeMs / DAY_MS) + DAYS_BEFORE) / 7);
}

function mondayOf(week: number): number {
  return (week * 7 - DAYS_BEFORE) * DAY_MS;
}
