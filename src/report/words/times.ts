const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** "Jan" for 0. */
export function monthName(month: number): string {
  return MONTHS[month]!;
}

/** The day of an instant or date in words, UTC: "12 Jan 2024". Text that is no date stays as it is. */
export function dayWords(instant: string | number): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  return `${date.getUTCDate()} ${monthName(date.getUTCMonth())} ${date.getUTCFullYear()}`;
}

/** "12 Jan – 28 Jun 2024", with the year once where it is the same. */
export function periodWords(first: string | number, last: string | number): string {
  const [a, b] = [dayWords(first), dayWords(last)];
  if (a === b) return a;
  return a.slice(-4) === b.slice(-4) && a.length > 8 ? `${a.slice(0, -5)} – ${b}` : `${a} – ${b}`;
}

/** Days that a period touches, both ends included; null where an end is no date. */
export function daysBetween(first: string, last: string): number | null {
  const days = Math.floor(Date.parse(last) / DAY_MS) - Math.floor(Date.parse(first) / DAY_MS) + 1;
  return Number.isNaN(days) ? null : days;
}

/** `2024-01-12`, as date fields want it. */
export function isoDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** `2024-01-12 08:15`, UTC; the day alone where the data have no clock times. */
export function isoMinute(timeMs: number, isDay: boolean): string {
  const text = new Date(timeMs).toISOString();
  return isDay ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
