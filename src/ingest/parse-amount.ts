import { parseExactDecimal } from '../foundation/index.js';
import { type NumberPlan } from './row-plan.js';
import { withAsciiDigits } from './vocabulary/digits.js';

/** An amount without its sign: `mantissa / 10^decimals`, no trailing zero after the mark. */
export interface ParsedAmount {
  readonly negative: boolean;
  /** Exact unless `wide` is given. */
  readonly mantissa: number;
  readonly decimals: number;
  /** The exact mantissa where it is beyond 2^53 - 1. */
  readonly wide: bigint | undefined;
}

const MINUS = 0x2d;
const ZERO = 0x30;
/** This many digits are exact in a double whatever they are. */
const SAFE_DIGITS = 15;
/** Blanks that do duty as thousands marks. */
const BLANK_MARKS = /[\u00a0\u202f\u2009]/g;

/**
 * Reads an amount written as the plan says, exactly. Thousands marks must stand where thousands marks stand, so that a
 * decimal comma is never taken for one.
 *
 * @param text the trimmed cell
 * @returns undefined for anything else, also for more digits than the foundation's exact decimals carry
 */
export function parseAmount(text: string, plan: NumberPlan): ParsedAmount | undefined {
  return parseShort(text, plan.decimalMark.charCodeAt(0)) ?? parseLong(text, plan) ?? parseForeign(text, plan);
}

/** Arabic-Indic and Persian digits, with the marks that go with them. */
function parseForeign(text: string, plan: NumberPlan): ParsedAmount | undefined {
  const ascii = text.length > 200 ? undefined : withAsciiDigits(text);
  if (ascii === undefined) return undefined;
  if (!/[\u066b\u066c]/.test(ascii)) return parseAmount(ascii, plan);
  const marked = ascii.replaceAll('\u066b', '.').replaceAll('\u066c', ',');
  return parseAmount(marked, { ...plan, decimalMark: '.', thousandsMark: ',' });
}

/** Sign, digits, one mark: the common case, without decimal.js. */
function parseShort(text: string, mark: number): ParsedAmount | undefined {
  if (text.length > SAFE_DIGITS) return undefined;
  const negative = text.charCodeAt(0) === MINUS;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = negative ? 1 : 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === mark && decimals < 0) decimals = 0;
    else return undefined;
  }
  if (digits === 0) return undefined;
  if (mantissa === 0) return { negative: false, mantissa: 0, decimals: 0, wide: undefined };
  if (decimals < 0) decimals = 0;
  while (decimals > 0 && mantissa % 10 === 0) {
    mantissa /= 10;
    decimals--;
  }
  return { negative, mantissa, decimals, wide: undefined };
}

function parseLong(text: string, plan: NumberPlan): ParsedAmount | undefined {
  if (text.length > 200) return undefined;
  let rest = text;
  let bracketed = false;
  if (plan.bracketsAreNegative && rest.startsWith('(') && rest.endsWith(')')) {
    bracketed = true;
    rest = rest.slice(1, -1).trim();
  }
  rest = signFirst(rest);
  if (plan.currencySigns !== '') rest = signFirst(withoutSigns(rest, plan.currencySigns));
  if (!plan.scientific && /[eE]/.test(rest)) return undefined;
  const plain = withoutThousands(rest, plan);
  if (plain === undefined) return undefined;
  const value = parseExactDecimal(plan.decimalMark === ',' ? plain.replace(',', '.') : plain);
  if (value === undefined || (bracketed && value.mantissa < 0n)) return undefined;
  const exact = value.mantissa < 0n ? -value.mantissa : value.mantissa;
  const mantissa = Number(exact);
  const wide = Number.isSafeInteger(mantissa) ? undefined : exact;
  return { negative: bracketed || value.mantissa < 0n, mantissa, decimals: value.decimals, wide };
}

/** The minus in front, where it stands behind (`5.00-`) or is a typographic one. */
function signFirst(text: string): string {
  const plain = text.replace('\u2212', '-');
  return /^[^-+].*-$/s.test(plain) ? `-${plain.slice(0, -1).trimEnd()}` : plain;
}

/** Removes currency signs at both ends, also between the sign and the digits: `-$5`, `$-5`, `5 $`. */
function withoutSigns(text: string, signs: string): string {
  const minus = /^[+-]/.exec(text)?.[0] ?? '';
  let start = minus.length;
  let end = text.length;
  const isSign = (i: number): boolean => signs.includes(text.charAt(i)) || text.charAt(i).trim() === '';
  while (start < end && isSign(start)) start++;
  while (end > start && isSign(end - 1)) end--;
  return minus + text.slice(start, end);
}

/** The text without thousands marks, or undefined if one stands elsewhere than before three digits. */
function withoutThousands(text: string, plan: NumberPlan): string | undefined {
  const { thousandsMark: mark, decimalMark } = plan;
  if (decimalMark === ',' && text.includes('.') && mark !== '.') return undefined;
  if (mark === '') return text;
  const spaced = mark === ' ' ? text.replace(BLANK_MARKS, ' ') : mark === "'" ? text.replaceAll('\u2019', "'") : text;
  if (!spaced.includes(mark)) return spaced;
  const cut = spaced.indexOf(decimalMark);
  const whole = cut < 0 ? spaced : spaced.slice(0, cut);
  const fraction = cut < 0 ? '' : spaced.slice(cut);
  const groups = whole.replace(/^[+-]/, '').split(mark);
  const last = groups.length - 1;
  const regular = groups.every((group, i) => /^\d+$/.test(group) && sizeFits(group.length, i, last));
  return regular && !fraction.includes(mark) ? whole.replaceAll(mark, '') + fraction : undefined;
}

/** Three digits in the last group, one to three in the first, two (as in lakh) or three between. */
function sizeFits(size: number, index: number, last: number): boolean {
  if (index === last) return size === 3;
  return index === 0 ? size <= 3 : size === 2 || size === 3;
}
