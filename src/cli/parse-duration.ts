import { InvalidArgumentError } from 'commander';
import { DAY_MS, HOUR_MS, type Precision, UsageError } from '../foundation/index.js';

/** A duration as a person wrote it: of the clock, or in the steps of a ledger without a clock. */
export interface Duration {
  /** Milliseconds, or steps. */
  readonly length: number;
  readonly unit: 'clock' | 'steps';
  /** As given, for messages and for echoing. */
  readonly text: string;
}

const CLOCK_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', HOUR_MS],
  ['d', DAY_MS],
  ['w', 7 * DAY_MS],
]);

/**
 * Reads a duration of the command line: `30s`, `90m`, `12h`, `7d`, `2w`, also with decimals; `5` or `5 steps` for ledgers
 * that count steps or positions. A bare number never means milliseconds. commander prints the error.
 */
export function parseDuration(text: string): Duration {
  const [, number = '', word = ''] = /^(\d{1,12}(?:\.\d{1,6})?) ?([a-z]*)$/u.exec(text.trim()) ?? [];
  const clock = CLOCK_MS.get(word);
  const steps = word === '' || word === 'step' || word === 'steps';
  if (number === '' || (clock === undefined && !steps)) {
    throw new InvalidArgumentError('Expected a duration such as 90m, 12h or 7d; or 5 steps where there is no clock.');
  }
  const length = Number(number) * (clock ?? 1);
  return { length, unit: clock === undefined ? 'steps' : 'clock', text: text.trim() };
}

/**
 * A duration in the unit of a ledger's times. Steps have no stated length, so that hours cannot be counted in them, nor
 * the other way round. Days are whole: `12h` then means the same day, `1d` the next day too.
 *
 * @throws UsageError `duration-unit` if the ledger counts in the other unit
 */
export function inLedgerTime(duration: Duration, precision: Precision): number {
  const counted = precision === 'step' || precision === 'order';
  if (counted === (duration.unit === 'steps')) return duration.length;
  const expected = counted ? 'steps, such as "5 steps": these data have no clock' : 'a unit, such as 12h or 7d';
  throw new UsageError('duration-unit', `Expected a duration in ${expected}; received ${duration.text}`);
}
