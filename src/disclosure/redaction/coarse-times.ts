/** Times as cases write them; anything else may be anything. */
const WRITTEN = /^(\d{4}-(?:0[1-9]|1[0-2]))-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z)?$/u;

/** The day of an instant; empty for what is no date, such as a position in a file. */
export function toDay(instant: string): string {
  return WRITTEN.test(instant) ? instant.slice(0, 10) : '';
}

/** The month of an instant, or empty. */
export function toMonth(instant: string): string {
  return WRITTEN.exec(instant)?.[1] ?? '';
}

/** The text of a month if it is one. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text);
}
