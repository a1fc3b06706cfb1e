import { DAY_MS, formatMinor, parseExactDecimal } from '../../foundation/index.js';

/** A spreadsheet computes with this many digits. */
const DIGITS = 15;
const PLAIN = /^-?\d+(?:\.\d+)?$/u;

/** Number of a cell as text, and whether it lost digits when it was stored. */
export interface CellNumber {
  readonly text: string;
  readonly hasLostDigits: boolean;
}

/**
 * The number of a cell as a plain decimal. Spreadsheets store seventeen digits and know fifteen: 1.1 stands in the file as
 * `1.1000000000000001` and is 1.1 again here, as on the screen. A whole number of more than fifteen digits, such as a long account
 * number, has lost its last digits when it was entered.
 */
export function numberOfCell(stored: string): CellNumber {
  if (stored.length <= DIGITS && PLAIN.test(stored)) return { text: stored, hasLostDigits: false };
  const exact = parseExactDecimal(stored);
  if (exact === undefined) return { text: stored, hasLostDigits: false };
  const value = Number(stored);
  if (Math.abs(value) >= 10 ** DIGITS) {
    return { text: formatMinor(exact.mantissa, exact.decimals), hasLostDigits: true };
  }
  const digits = exact.mantissa.toString().replace(/^-/u, '').length;
  const rounded = digits > DIGITS ? parseExactDecimal(value.toPrecision(DIGITS)) : exact;
  const { mantissa, decimals } = rounded ?? exact;
  return { text: formatMinor(mantissa, decimals), hasLostDigits: false };
}

/** What a number format shows of a number: a date, a time of day, both, or the number. */
export type NumberLook = 'number' | 'date' | 'time' | 'date-time';

/** The look of a format by its code, such as `dd/mm/yyyy hh:mm`; elapsed times such as `[h]:mm` are numbers. */
export function lookOf(code: string): NumberLook {
  const section = code.split(';')[0]!.replace(/"[^"]*"|\\.|_.|\*./gu, '');
  if (/\[(?:h+|m+|s+)\]/iu.test(section)) return 'number';
  const letters = section
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/general/iu, '')
    .toLowerCase();
  const hasTime = /[hs]/u.test(letters);
  const hasDate = /[yd]/u.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'number';
}

/** Looks of the built-in formats by number. */
export function builtInLook(format: number): NumberLook {
  if (format === 22) return 'date-time';
  if ((format >= 14 && format <= 17) || (format >= 27 && format <= 31) || format === 36) return 'date';
  if ((format >= 18 && format <= 21) || format === 45 || format === 47) return 'time';
  return format >= 50 && format <= 58 ? 'date' : 'number';
}

/**
 * Date and time of a serial number as ISO text; undefined if it stands for none.
 * @param from1904 whether the workbook counts from 1904
 */
export function textOfSerial(stored: string, look: NumberLook, from1904: boolean): string | undefined {
  const serial = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined;
  const ms = Math.round(serial * DAY_MS);
  const day = Math.floor(ms / DAY_MS);
  const epoch = from1904 ? DAYS_TO_1904 : day < 60 ? DAYS_TO_1900 + 1 : DAYS_TO_1900;
  const iso = new Date(epoch * DAY_MS + ms).toISOString();
  const clock = ms % 1000 === 0 ? iso.slice(11, 19) : iso.slice(11, 23);
  if (look === 'time' && day === 0) return clock;
  // The 29th of February 1900 is in the count and never was.
  if (!from1904 && (day < 1 || day === 60)) return undefined;
  const date = iso.slice(0, 10);
  return look === 'date' && ms % DAY_MS === 0 ? date : `${date} ${clock}`;
}

/** Days from 1970-01-01 to 1899-12-30 and to 1904-01-01. */
const DAYS_TO_1900 = -25_569;
const DAYS_TO_1904 = -24_107;
