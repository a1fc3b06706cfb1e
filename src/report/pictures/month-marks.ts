import { monthName } from '../words/times.js';
import { DAY_MS, type TimeScale } from './time-bins.js';

/** Where a month begins, and what stands there. */
export interface MonthMark {
  readonly x: number;
  readonly text: string;
}

/** Room that the words of a day take. */
const LEAST_DAY = 52;

/** First days of months, quarters, years or every fifth year, as closely as their words have room; single days where there is room for weeks. */
export function monthMarks({ left, right, startMs, endMs, x }: TimeScale): MonthMark[] {
  const found: MonthMark[] = [];
  const date = new Date(startMs);
  const perMonth = ((right - left) / (endMs - startMs)) * 30 * DAY_MS;
  if (perMonth > (30 * LEAST_DAY) / 7) return dayMarks({ startMs, endMs, x }, perMonth / 30);
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

function dayMarks({ startMs, endMs, x }: Pick<TimeScale, 'startMs' | 'endMs' | 'x'>, perDay: number): MonthMark[] {
  const days = [1, 2, 4, 7].find((step) => step * perDay >= LEAST_DAY) ?? 7;
  const found: MonthMark[] = [];
  for (let ms = Math.ceil(startMs / DAY_MS) * DAY_MS; ms <= endMs; ms += days * DAY_MS) {
    const day = new Date(ms);
    found.push({ x: x(ms), text: `${day.getUTCDate()} ${monthName(day.getUTCMonth())}` });
  }
  return found;
}
