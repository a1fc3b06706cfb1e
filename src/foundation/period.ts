import { UsageError } from './errors.js';

/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;
/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000;

/** A stretch of time with a given start and end, UTC ms, half open: `start <= t < end`. */
export interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * A half-open period.
 * @throws UsageError `period-reversed` if `endMs < startMs` or either is not a number.
 */
export function createPeriod(startMs: number, endMs: number): Period {
  if (!(startMs <= endMs)) {
    throw new UsageError('period-reversed', `Expected start <= end but received ${startMs} and ${endMs}`);
  }
  return { startMs, endMs };
}

/** Whether the instant lies in the period; the end does not belong to it. */
export function periodContains(period: Period, timeMs: number): boolean {
  return timeMs >= period.startMs && timeMs < period.endMs;
}
