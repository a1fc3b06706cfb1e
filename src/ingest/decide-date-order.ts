import { InputError } from '../foundation/index.js';
import { type ClockFormat } from './mapping.js';
import { type DecidedFormat, parseInstant } from './parse-instant.js';

/** The decided formats, and a sentence about the decision if there was one. */
export interface DateOrder {
  readonly formats: readonly DecidedFormat[];
  readonly note: string | undefined;
}

/**
 * Replaces `auto-date` by what a sample of the column shows. Dates with the year first or a month's name speak for
 * themselves. Between day/month and month/day it takes a date that only one of them can read, and none that only the
 * other can.
 *
 * @throws InputError `date-order-ambiguous` otherwise: 01/02/2024 is not guessed
 */
export function decideDateOrder(formats: readonly ClockFormat[], sample: readonly string[]): DateOrder {
  const decided = formats.filter((format) => format !== 'auto-date');
  if (decided.length === formats.length) return { formats: decided, note: undefined };
  const reads = (text: string, format: DecidedFormat): boolean => parseInstant(text, [format], 0) !== undefined;
  const plain: DecidedFormat[] = ['YYYY-MM-DD', 'MMM D, YYYY', ...decided];
  const rest = sample.filter((text) => text !== '' && !plain.some((format) => reads(text, format)));
  const dayFirst = rest.filter((text) => reads(text, 'DD/MM/YYYY') && !reads(text, 'MM/DD/YYYY'));
  const monthFirst = rest.filter((text) => reads(text, 'MM/DD/YYYY') && !reads(text, 'DD/MM/YYYY'));
  const either = rest.filter((text) => reads(text, 'MM/DD/YYYY') && reads(text, 'DD/MM/YYYY'));
  if (dayFirst.length + monthFirst.length + either.length === 0) return { formats: plain, note: undefined };
  if (dayFirst.length > 0 === monthFirst.length > 0) {
    const received = [dayFirst[0], monthFirst[0] ?? either[0]].filter((text) => text !== undefined).join(' and ');
    throw new InputError(
      'date-order-ambiguous',
      `Expected dates that tell day from month but received ${received}: set the format to DD/MM/YYYY or MM/DD/YYYY`,
    );
  }
  const order: DecidedFormat = dayFirst.length > 0 ? 'DD/MM/YYYY' : 'MM/DD/YYYY';
  const proof = dayFirst[0] ?? monthFirst[0] ?? '';
  return { formats: [...plain, order], note: `dates read as ${order}, because of ${proof.slice(0, 40)}` };
}
