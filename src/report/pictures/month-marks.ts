import { monthName } from '../words/times.js';
import { DAY_MS, type TimeScale } from './time-bins.js';

/** Where a month begins, and what stands there. */
export interface MonthMark {
  readonly x: number;
  readonly text: string;
}

/** First days of months, quarters, years or every fifth year, as closely as their words have room. */
export function monthMarks({ left, right, startMs, endMs, x }: TimeScale): MonthMark[] {
  const found: MonthMark[] = [];
  const date = new Date(startMs);
  const perMonth = ((right - left) / (endMs - startMs)) * 30 * DAY_MS;
  const step = perMonth > 34 ? 1 : perMonth > 12 ? 3 : perMonth > 3.2 ? 12 : 60;
  for (let month = Math.ceil((date.getUTCMonth() + (date.getUTCDate() > 1 ? 1 : 0)) / step) * step; ; month += step) {
    const ms = Date.UTC(date.getUTCFullYear(), month, 1);
    if (ms > endMs) return found;
    const first = new Date(ms);
    const text =
      step >= 12 || first.getUTCMonth() === 0 ? String(first.getUTCFullYear()) : monthName(first.getUTCMonth());
    found.push({ x: x(ms), text });
  }
}
