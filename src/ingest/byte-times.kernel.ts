import { daysFromCivil, daysInMonth } from '../foundation/index.js';

/** Ways of writing a time that the kernels read. */
export const YEAR_FIRST = 0;
export const DAY_FIRST = 1;
export const MONTH_FIRST = 2;
/** Eight digits, a date alone. */
export const EIGHT_DIGITS = 3;

const ZERO = 48;
const COLON = 58;
const DAY_MS = 86_400_000;

/** Value of the two digits at a position, or -1. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** UTC midnight in ms of the date at a position, 10 bytes (8 for {@link EIGHT_DIGITS}), or NaN. */
function dateAt(bytes: Uint8Array, at: number, form: number): number {
  const yearAt = form === YEAR_FIRST || form === EIGHT_DIGITS ? at : at + 6;
  const century = twoDigits(bytes, yearAt);
  const yearOfCentury = twoDigits(bytes, yearAt + 2);
  const first = twoDigits(bytes, form === YEAR_FIRST ? at + 5 : form === EIGHT_DIGITS ? at + 4 : at);
  const second = twoDigits(bytes, form === YEAR_FIRST ? at + 8 : form === EIGHT_DIGITS ? at + 6 : at + 3);
  if (form !== EIGHT_DIGITS) {
    const mark = bytes[form === YEAR_FIRST ? at + 4 : at + 2]!;
    const again = bytes[form === YEAR_FIRST ? at + 7 : at + 5]!;
    // Hyphen, full stop, slash.
    if (mark !== again || mark < 45 || mark > 47) return NaN;
  }
  const month = form === DAY_FIRST ? second : first;
  const day = form === DAY_FIRST ? first : second;
  if (century < 0 || yearOfCentury < 0 || day < 1) return NaN;
  const year = century * 100 + yearOfCentury;
  return day > daysInMonth(year, month) ? NaN : daysFromCivil(year, month, day) * DAY_MS;
}

/**
 * Reads one cell of every record that is not `odd` as a date of 10 (or 8) bytes with nothing behind it or, after a blank
 * or `T`, `HH:MM[:SS[.mmm]]`, and that with `Z` or nothing behind. Times without `Z` are `offsetMs` ahead of UTC. With
 * `clockCell` >= 0 the time of day is in that cell instead, as `HH:MM[:SS[.mmm]]`. Any other cell makes its record odd.
 * `precisions` receives `dayCode` + 0 for a date alone, 1 for minutes, 2 for seconds, 3 for milliseconds.
 */
export function readClockTimesInto(
  bytes: Uint8Array,
  bounds: Int32Array,
  stride: number,
  cell: number,
  clockCell: number,
  count: number,
  form: number,
  offsetMs: number,
  dayCode: number,
  odd: Uint8Array,
  times: Float64Array,
  precisions: Uint8Array,
): void {
  const size = form === EIGHT_DIGITS ? 8 : 10;
  let knownAt = -1;
  let midnight = NaN;
  for (let record = 0; record < count; record++) {
    if (odd[record] !== 0) continue;
    const bound = 2 * (stride * record + cell);
    const start = bounds[bound]!;
    let end = bounds[bound + 1]!;
    let at = start + size;
    if (at > end) {
      odd[record] = 1;
      continue;
    }
    // Dates repeat from row to row: compare before reading.
    let same = knownAt >= 0;
    for (let i = 0; same && i < size; i++) same = bytes[start + i] === bytes[knownAt + i];
    if (!same) {
      midnight = dateAt(bytes, start, form);
      knownAt = start;
    }
    let isOdd = Number.isNaN(midnight);
    let clock = 0;
    let hasClock = false;
    if (clockCell >= 0) {
      isOdd ||= at !== end;
      const clockBound = 2 * (stride * record + clockCell);
      at = bounds[clockBound]!;
      end = bounds[clockBound + 1]!;
      hasClock = true;
    } else if (at < end) {
      isOdd ||= bytes[at] !== 32 && bytes[at] !== 84;
      at++;
      hasClock = true;
    }
    let offset = offsetMs;
    let precision = dayCode;
    if (hasClock) {
      const hour = end - at >= 5 ? twoDigits(bytes, at) : -1;
      const minute = hour < 0 ? -1 : twoDigits(bytes, at + 3);
      isOdd ||= hour < 0 || hour > 23 || minute < 0 || minute > 59 || bytes[at + 2] !== COLON;
      clock = (hour * 60 + minute) * 60_000;
      precision = dayCode + 1;
      at += 5;
      if (at < end && bytes[at] === COLON) {
        const second = end - at >= 3 ? twoDigits(bytes, at + 1) : -1;
        isOdd ||= second < 0 || second > 59;
        clock += second * 1000;
        precision = dayCode + 2;
        at += 3;
        if (at < end && bytes[at] === 46) {
          const hundreds = end - at >= 4 ? bytes[at + 1]! - ZERO : -1;
          const rest = hundreds < 0 || hundreds > 9 ? -1 : twoDigits(bytes, at + 2);
          isOdd ||= rest < 0;
          clock += hundreds * 100 + rest;
          precision = dayCode + 3;
          at += 4;
        }
      }
      if (at < end && bytes[at] === 90) {
        offset = 0;
        at++;
      }
      isOdd ||= at !== end;
    }
    if (isOdd) {
      odd[record] = 1;
      continue;
    }
    times[record] = midnight + clock - offset;
    precisions[record] = precision;
  }
}

/**
 * Reads one cell of every record that is not `odd` as an unsigned integer of at most `maxDigits` digits, times `factor`.
 * Any other cell makes its record odd.
 */
export function readIntegersInto(
  bytes: Uint8Array,
  bounds: Int32Array,
  stride: number,
  cell: number,
  count: number,
  maxDigits: number,
  factor: number,
  odd: Uint8Array,
  values: Float64Array,
): void {
  for (let record = 0; record < count; record++) {
    if (odd[record] !== 0) continue;
    const bound = 2 * (stride * record + cell);
    const start = bounds[bound]!;
    const end = bounds[bound + 1]!;
    let value = 0;
    let at = start;
    for (; at < end; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at !== end || start === end || end - start > maxDigits) odd[record] = 1;
    else values[record] = value * factor;
  }
}
