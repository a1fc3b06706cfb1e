import { daysFromCivil, daysInMonth, PRECISIONS } from '../foundation/index.js';
import { type ClockFormat } from './mapping.js';
import { withAsciiDigits } from './vocabulary/digits.js';
import { monthNumber } from './vocabulary/month-names.js';

/** An instant as read. */
export interface ParsedInstant {
  /** UTC milliseconds. */
  readonly timeMs: number;
  /** Index into PRECISIONS: as fine as the text, no finer. */
  readonly precision: number;
  /** Whether digits below the millisecond were cut off. */
  readonly truncated: boolean;
}

/** A format that says how to read every text; `auto-date` must have been decided. */
export type DecidedFormat = Exclude<ClockFormat, 'auto-date'>;

const DAY = PRECISIONS.indexOf('day');
const MINUTE = PRECISIONS.indexOf('minute');
const SECOND = PRECISIONS.indexOf('second');
const MILLISECOND = PRECISIONS.indexOf('millisecond');

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const YEAR_LAST_SHORT = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?!\d)/;
const YEAR_FIRST_SHORT = /^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** A name of one word or two, as of Arabic months; `de` and `del` stand between in Spanish. */
const NAME = String.raw`([\p{L}\p{M}]{2,15}(?: (?!del? )[\p{L}\p{M}]{2,10})?)`;
const MONTH_FIRST = new RegExp(`^${NAME}\\.? (\\d{1,2}),? (\\d{4})(?!\\d)`, 'u');
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:\.|er|º)?[ /.-]? ?(?:de )?${NAME}\.?,?(?: del?)?[ /.-](\d{4}|\d{2})(?!\d)`,
  'u',
);
const SERIAL = /^(\d{1,7})(?:[.,](\d{1,15}))?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const SIX_DIGITS = /^(\d{2})(\d{2})(\d{2})(?!\d)/;
const TIME_OF_DAY =
  /^(?:T|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?(?: ?([AaPp])[Mm])?(?: ?(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/;
const SECONDS = /^(-?\d{1,12})(?:\.(\d{1,20}))?$/;
const MILLISECONDS = /^-?\d{1,15}$/;
/** Days from 1970 back to day 0 of a spreadsheet; in the first system days below 61 are off by one, and not read. */
const SERIAL_EPOCHS = { 'spreadsheet-serial': 25_569, 'spreadsheet-serial-1904': 24_107 } as const;
const LEAST_SERIAL = 61;
const MOST_SERIAL = 2_958_465;

/**
 * Reads a clock time by the first format that fits.
 *
 * Digits may be Arabic-Indic or Persian; names of months those of MONTH_NAMES. An hour of 24, a second of 60 and days that do not exist are not
 * times.
 *
 * @param text the trimmed cell, with the time of day behind it if that has a column of its own
 * @param zoneMinutes offset of texts that carry none
 * @param pivot years of two digits from here on are of the 20th century, those before of the 21st; as in POSIX
 */
export function parseInstant(
  text: string,
  formats: readonly DecidedFormat[],
  zoneMinutes: number,
  pivot = 70,
): ParsedInstant | undefined {
  if (text.length > 60) return undefined;
  for (const format of formats) {
    const instant = parseAs(text, format, zoneMinutes, pivot);
    if (instant !== undefined) return instant;
  }
  const ascii = withAsciiDigits(text);
  return ascii === undefined ? undefined : parseInstant(ascii, formats, zoneMinutes, pivot);
}

function parseAs(text: string, format: DecidedFormat, zoneMinutes: number, pivot: number): ParsedInstant | undefined {
  const century = (year: string | undefined): number => Number(year) + (Number(year) < pivot ? 2000 : 1900);
  switch (format) {
    case 'unix-seconds':
      return parseSeconds(text);
    case 'unix-milliseconds':
      return MILLISECONDS.test(text)
        ? { timeMs: Number(text) + 0, precision: MILLISECOND, truncated: false }
        : undefined;
    case 'YYYY-MM-DD': {
      const match = YEAR_FIRST.exec(text);
      return at(match, match?.[1], match?.[3], match?.[4], zoneMinutes);
    }
    case 'DD/MM/YYYY': {
      const match = YEAR_LAST.exec(text);
      return at(match, match?.[4], match?.[3], match?.[1], zoneMinutes);
    }
    case 'MM/DD/YYYY': {
      const match = YEAR_LAST.exec(text);
      return at(match, match?.[4], match?.[1], match?.[3], zoneMinutes);
    }
    case 'MMM D, YYYY': {
      const first = MONTH_FIRST.exec(text);
      if (first !== null) return at(first, first[3], monthNumber(first[1]!), first[2], zoneMinutes);
      const match = DAY_FIRST.exec(text);
      if (match?.[3]?.length !== 4) return undefined;
      return at(match, match[3], monthNumber(match[2]!), match[1], zoneMinutes);
    }
    case 'D MMM YY': {
      const match = DAY_FIRST.exec(text);
      if (match?.[3]?.length !== 2) return undefined;
      return at(match, century(match[3]), monthNumber(match[2]!), match[1], zoneMinutes);
    }
    case 'DD/MM/YY': {
      const match = YEAR_LAST_SHORT.exec(text);
      return at(match, century(match?.[4]), match?.[3], match?.[1], zoneMinutes);
    }
    case 'MM/DD/YY': {
      const match = YEAR_LAST_SHORT.exec(text);
      return at(match, century(match?.[4]), match?.[1], match?.[3], zoneMinutes);
    }
    case 'YY-MM-DD': {
      const match = YEAR_FIRST_SHORT.exec(text);
      return at(match, century(match?.[1]), match?.[3], match?.[4], zoneMinutes);
    }
    case 'spreadsheet-serial':
    case 'spreadsheet-serial-1904':
      return parseSerial(text, SERIAL_EPOCHS[format], zoneMinutes);
    case 'YYYYMMDD': {
      const match = EIGHT_DIGITS.exec(text);
      return at(match, match?.[1], match?.[2], match?.[3], zoneMinutes);
    }
    case 'YYMMDD': {
      const match = SIX_DIGITS.exec(text);
      return at(match, century(match?.[1]), match?.[2], match?.[3], zoneMinutes);
    }
  }
}

/** The instant of a date and of whatever follows it in the matched text. */
function at(
  match: RegExpExecArray | null,
  yearText: string | number | undefined,
  monthText: string | number | undefined,
  dayText: string | undefined,
  zoneMinutes: number,
): ParsedInstant | undefined {
  if (match === null) return undefined;
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const midnight = daysFromCivil(year, month, day) * 86_400_000;
  const rest = match.input.slice(match[0].length);
  if (rest === '') return { timeMs: midnight - zoneMinutes * 60_000, precision: DAY, truncated: false };
  const time = TIME_OF_DAY.exec(rest);
  if (time === null) return undefined;
  const [, hourText, minuteText, secondText, fraction, half, zone] = time;
  const hour = hourOfDay(Number(hourText), half);
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const offset = zone === undefined ? zoneMinutes : parseZone(zone);
  if (offset === undefined) return undefined;
  const clock = ((hour * 60 + minute - offset) * 60 + second) * 1000;
  const precision = secondText === undefined ? MINUTE : fraction === undefined ? SECOND : MILLISECOND;
  return { timeMs: midnight + clock + millis(fraction), precision, truncated: hasMore(fraction) };
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Minutes east of UTC of `Z`, `+02:00`, `-0530`; undefined if it is no offset. */
export function parseZone(zone: string): number | undefined {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 18 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) + 0;
}

function parseSeconds(text: string): ParsedInstant | undefined {
  const match = SECONDS.exec(text);
  if (match === null) return undefined;
  const fraction = match[2];
  const whole = Number(match[1]) * 1000;
  const part = millis(fraction);
  const truncated = hasMore(fraction);
  // Towards the past on both sides of 1970, as clocks do.
  const timeMs = text.startsWith('-') ? whole - part - (truncated ? 1 : 0) : whole + part;
  return { timeMs: timeMs + 0, precision: fraction === undefined ? SECOND : MILLISECOND, truncated };
}

/** Whole days, and a fraction to the nearest second: spreadsheets store no more than about that. */
function parseSerial(text: string, epoch: number, zoneMinutes: number): ParsedInstant | undefined {
  const match = SERIAL.exec(text);
  const days = Number(match?.[1]);
  if (match === null || days < LEAST_SERIAL || days > MOST_SERIAL) return undefined;
  const seconds = match[2] === undefined ? 0 : Math.round(Number(`0.${match[2]}`) * 86_400);
  const timeMs = (days - epoch) * 86_400_000 + seconds * 1000 - zoneMinutes * 60_000;
  return { timeMs, precision: match[2] === undefined ? DAY : SECOND, truncated: false };
}

function millis(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function hasMore(fraction: string | undefined): boolean {
  return fraction !== undefined && /[1-9]/.test(fraction.slice(3));
}
