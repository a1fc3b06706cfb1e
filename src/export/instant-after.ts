import { formatInstant, PRECISIONS } from '../foundation/index.js';

/**
 * An instant of a document's transfers as text: seconds after a start, no finer than the data; the bare position or step where
 * there are no clock times.
 */
export function instantAfter(start: string | null, seconds: number, precision: string): string {
  if (start === null) return String(seconds);
  const known = PRECISIONS.find((one) => one === precision) ?? 'second';
  return formatInstant(Date.parse(start) + Math.round(1000 * seconds), known);
}
