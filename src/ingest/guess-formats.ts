import { InputError } from '../foundation/index.js';
import { decideDateOrder } from './decide-date-order.js';
import { type ClockFormat, type NumberFormat } from './mapping.js';
import { type DecidedFormat, parseInstant } from './parse-instant.js';
import { withAsciiDigits } from './vocabulary/digits.js';

/** A proposal, and what speaks against it. */
export interface Guess<T> {
  readonly value: T;
  readonly doubts: readonly string[];
}

/** Formats tried in this order; digits alone are only believed at their usual length. */
const TRIED: readonly (readonly [DecidedFormat, RegExp])[] = [
  ['YYYY-MM-DD', /\D/],
  ['MMM D, YYYY', /\D/],
  ['YYYYMMDD', /^(?:19|20)\d{6}(?!\d)/],
  ['unix-milliseconds', /^\d{12,13}$/],
  ['unix-seconds', /^\d{9,10}(?:\.\d+)?$/],
  ['YYMMDD', /^\d{6}(?!\d)/],
  ['D MMM YY', /\p{L}/u],
];

/** Times before 1970 and after 2100 are of another calendar, or no times. */
const EARLIEST = 0;
const LATEST = 4_102_444_800_000;

/** The format that reads every text of a column, or undefined if none does. */
export function guessTimeFormat(texts: readonly string[]): Guess<ClockFormat> | undefined {
  const given = texts.filter((text) => text !== '');
  if (given.length === 0) return undefined;
  for (const [format, shape] of TRIED) {
    if (mostOf(given, (text) => shape.test(text) && isLikely(text, format))) {
      const doubts = format === 'YYMMDD' || format === 'D MMM YY' ? [TWO_DIGITS] : [];
      return { value: format, doubts };
    }
  }
  const short = guessShortYears(given);
  if (short !== undefined) return short;
  const slashed = given.filter((text) => isLikely(text, 'DD/MM/YYYY') || isLikely(text, 'MM/DD/YYYY')).length;
  if (slashed < given.length / 2) return undefined;
  try {
    const { formats, note } = decideDateOrder(['auto-date'], given);
    return { value: formats.at(-1)!, doubts: note === undefined ? [] : [note] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { value: 'auto-date', doubts: [error.message] };
  }
}

const TWO_DIGITS = 'years of two digits are taken for 1970-2069';

/** All but a few, such as the sum below a table. */
function mostOf(texts: readonly string[], test: (text: string) => boolean): boolean {
  return texts.filter(test).length >= texts.length * 0.95;
}

function isLikely(text: string, format: DecidedFormat): boolean {
  const timeMs = parseInstant(text, [format], 0)?.timeMs;
  return timeMs !== undefined && timeMs >= EARLIEST && timeMs < LATEST;
}

/** Dates such as 31.12.24, by which of the orders reads them all; undefined if none does, or there is no telling. */
function guessShortYears(given: readonly string[]): Guess<ClockFormat> | undefined {
  const reads = (format: DecidedFormat): boolean => mostOf(given, (text) => isLikely(text, format));
  const dayAndMonth = (['DD/MM/YY', 'MM/DD/YY'] as const).filter(reads);
  const orders = dayAndMonth.length > 0 ? dayAndMonth : (['YY-MM-DD'] as const).filter(reads);
  const [order] = orders;
  if (order === undefined) return undefined;
  const unclear = `dates such as ${given[0]!.slice(0, 20)} may be read as ${orders.join(' or ')}: choose (time.formats)`;
  return { value: order, doubts: orders.length > 1 ? [TWO_DIGITS, unclear] : [TWO_DIGITS] };
}

/** Nine in ten, or all but one of three and more: one cell that is none says nothing about the others. */
export function allButFew(count: number, all: number): boolean {
  return count > 0 && (count >= all * 0.9 || (all - count === 1 && count >= 2));
}

const PLAIN = /^-?\d+$/;
const POINT = /^-?(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[ ']\d{3})+)\.\d+$/;
const COMMA = /^-?(?:\d+|\d{1,3}(?:[. ']\d{3})+),\d+$/;
/** Says either thousands or three decimals. */
const UNCLEAR = /^-?\d{1,3}[.,]\d{3}$/;
const SIGNS = /[$€£¥₹₺₽₦₱₫₩₪฿]/gu;

/** How the amounts of a column are written. Never claims to know what `1.234` means. */
export function guessNumberFormat(texts: readonly string[]): Guess<NumberFormat> | undefined {
  const doubts: string[] = [];
  const signs = new Set(texts.flatMap((text) => text.match(SIGNS) ?? []));
  const bracketsAreNegative = texts.some((text) => /^\(.*\)$/.test(text));
  const bare = texts
    .map((text) =>
      text
        .replace(SIGNS, '')
        .replace(/[()]/g, '')
        .replace(/[\u00a0\u202f\u2009]/g, ' ')
        .replaceAll('\u2019', "'")
        .trim(),
    )
    .map((text) =>
      asciiNumber(text)
        .replace(/^\+ ?/, '')
        .replace(/^([^-].*)-$/, '-$1'),
    )
    .filter((text) => text !== '');
  const numbers = bare.filter((text) => /^-?[\d., ']*\d[\d., ']*(?:[eE][+-]?\d+)?$/.test(text));
  if (!allButFew(numbers.length, bare.length)) return undefined;
  const scientific = numbers.filter((text) => /[eE]/.test(text));
  if (scientific.length > 0) {
    doubts.push(
      `${scientific.length} amounts such as ${scientific[0]!} have an exponent: a program may have rounded them`,
    );
  }
  const unclear = numbers.filter((text) => UNCLEAR.test(text));
  const comma = numbers.filter((text) => COMMA.test(text) && !UNCLEAR.test(text)).length;
  const point = numbers.filter((text) => POINT.test(text) && !UNCLEAR.test(text)).length;
  const decimalMark = comma > point ? ',' : '.';
  if (comma > 0 && point > 0) doubts.push('some amounts use a decimal point, others a decimal comma');
  if (unclear.length > 0 && comma + point < unclear.length) {
    doubts.push(`amounts such as ${unclear[0]!} may mean thousands or three decimals: set the decimal mark`);
  }
  const grouped = numbers.find((text) => !PLAIN.test(text) && /\d[., ']\d{3}(?!\d)/.test(text) && !UNCLEAR.test(text));
  const thousandsMark = /\d([., '])\d{3}(?!\d)/.exec(grouped ?? '')?.[1];
  return {
    value: {
      decimalMark,
      ...(thousandsMark === undefined || thousandsMark === decimalMark ? {} : { thousandsMark }),
      ...(signs.size === 0 ? {} : { currencySigns: [...signs].join('') }),
      ...(bracketsAreNegative ? { bracketsAreNegative } : {}),
      // A few are rather spoilt by a spreadsheet than written so.
      ...(scientific.length * 2 >= numbers.length ? { scientific: true } : {}),
    },
    doubts,
  };
}

/** Arabic and Persian digits and marks as those of the others. */
function asciiNumber(text: string): string {
  return withAsciiDigits(text)?.replaceAll('\u066b', '.').replaceAll('\u066c', ',') ?? text;
}
