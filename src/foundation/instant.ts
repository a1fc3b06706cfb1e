/**
 * Precision of an instant, coarse to fine. `order` is no clock at all (a position in the file), `step` an integer step
 * of a simulation with a declared unit, the rest are clock precisions.
 */
export const PRECISIONS = ['order', 'step', 'day', 'minute', 'second', 'millisecond'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Whether two events of one instant may be read as following each other; see {@link defaultTies}. */
export type Ties = 'strict' | 'same-instant-allowed';

/**
 * The tie rule that a precision suggests: with a day's or a step's resolution the order inside an instant is unknown,
 * so same-instant chains are allowed; finer clocks and explicit file order chain strictly.
 */
export function defaultTies(precision: Precision): Ties {
  return precision === 'day' || precision === 'step' ? 'same-instant-allowed' : 'strict';
}

/** The coarsest of two precisions. */
export function coarser(left: Precision, right: Precision): Precision {
  return PRECISIONS.indexOf(left) <= PRECISIONS.indexOf(right) ? left : right;
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar. Month 1..12; days beyond the month carry over.
 * Exact in integers (method of H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Number of days in a month of the Gregorian calendar; 0 for a month outside 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * An instant as text, no finer than it was given: `2024-01-15`, `2024-01-15T10:00Z`, `2024-01-15T10:00:05Z`,
 * `2024-01-15T10:00:05.250Z`; `step` and `order` instants print as the plain number of the step or position.
 */
export function formatInstant(timeMs: number, precision: Precision): string {
  if (precision === 'order' || precision === 'step') return String(timeMs);
  const iso = new Date(timeMs).toISOString();
  const dot = iso.indexOf('.');
  if (precision === 'day') return iso.slice(0, dot - 9);
  if (precision === 'minute') return `${iso.slice(0, dot - 3)}Z`;
  return precision === 'second' ? `${iso.slice(0, dot)}Z` : iso;
}
