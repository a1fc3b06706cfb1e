import { InputError } from '../foundation/index.js';
import { decideDateOrder } from './decide-date-order.js';
import { type ClockFormat, type NumberFormat } from './mapping.js';
import { type DecidedFormat, parseInstant } from './parse-instant.js';

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
];

/** The format that reads every text of a column, or undefined if none does. */
export function guessTimeFormat(texts: readonly string[]): Guess<ClockFormat> | undefined {
  const given = texts.filter((text) => text !== '');
  if (given.length === 0) return undefined;
  for (const [format, shape] of TRIED) {
    if (given.every((text) => shape.test(text) && parseInstant(text, [format], 0) !== undefined)) {
      const doubts = format === 'YYMMDD' ? ['years of two digits are taken for 1970-2069'] : [];
      return { value: format, doubts };
    }
  }
  const slashed = given.filter((text) => parseInstant(text, ['DD/MM/YYYY', 'MM/DD/YYYY'], 0) !== undefined).length;
  if (slashed < given.length / 2) return undefined;
  try {
    const { formats, note } = decideDateOrder(['auto-date'], given);
    return { value: formats.at(-1)!, doubts: note === undefined ? [] : [note] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { value: 'auto-date', doubts: [error.message] };
  }
}

const PLAIN = /^-?\d+$/;
const POINT = /^-?(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})\.\d+$/;
const COMMA = /^-?(?:\d+|\d{1,3}(?:[. ]\d{3})+),\d+$/;
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
        .replace(/[\u00a0\u202f]/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  const numbers = bare.filter((text) => /^-?[\d., ]*\d[\d., ]*(?:[eE][+-]?\d+)?$/.test(text));
  if (numbers.length === 0 || numbers.length < bare.length * 0.9) return undefined;
  const scientific = numbers.filter((text) => /[eE]/.test(text));
  if (scientific.length > 0) {
    doubts.push(
      `${scientific.length} amounts such as ${scientific[0]!} have an exponent: a program may have rounded them`,
    );
  }
  const negative = numbers.filter((text) => text.startsWith('-'));
  if (negative.length > 0 || bracketsAreNegative) {
    doubts.push('there are negative amounts: say what they mean (numbers.negative or direction)');
  }
  const unclear = numbers.filter((text) => UNCLEAR.test(text));
  const comma = numbers.filter((text) => COMMA.test(text) && !UNCLEAR.test(text)).length;
  const point = numbers.filter((text) => POINT.test(text) && !UNCLEAR.test(text)).length;
  const decimalMark = comma > point ? ',' : '.';
  if (comma > 0 && point > 0) doubts.push('some amounts use a decimal point, others a decimal comma');
  if (unclear.length > 0 && comma + point < unclear.length) {
    doubts.push(`amounts such as ${unclear[0]!} may mean thousands or three decimals: set the decimal mark`);
  }
  const grouped = numbers.find((text) => !PLAIN.test(text) && /\d[., ]\d{3}(?!\d)/.test(text) && !UNCLEAR.test(text));
  const thousandsMark = /\d([., ])\d{3}(?!\d)/.exec(grouped ?? '')?.[1];
  return {
    value: {
      decimalMark,
      ...(thousandsMark === undefined || thousandsMark === decimalMark ? {} : { thousandsMark }),
      ...(signs.size === 0 ? {} : { currencySigns: [...signs].join('') }),
      ...(bracketsAreNegative ? { bracketsAreNegative } : {}),
    },
    doubts,
  };
}
