import { DAY_MS, daysFromCivil } from '../../foundation/index.js';

/** Number of the UTC calendar month that holds an instant: months since January of year 0. */
export function monthOf(timeMs: number): number {
  const date = new Date(timeMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First instant of a month by its number. */
export function monthStartMs(month: number): number {
  return daysFromCivil(Math.floor(month / 12), (month % 12) + 1, 1) * DAY_MS;
}
