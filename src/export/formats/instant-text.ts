/** An instant in UTC as documents write it: a date, or a date and a time that says so. */
const UTC = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/u;

/** Milliseconds since 1970 of an instant of a document; null for any other text, also one that the local zone would decide. */
export function instantMs(text: string): number | null {
  const ms = UTC.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/** Whether an instant lies in the years 1 to 9999, which every format can write. */
export function isFourDigitYear(timeMs: number): boolean {
  return timeMs >= FIRST_MS && timeMs <= LAST_MS;
}

const FIRST_MS = Date.UTC(2000, 0, 1) - 63_082_281_600_000;
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
