import { daysFromCivil } from '../../foundation/index.js';
import { isBic, isIban } from './ibans.js';
import { NOBODY, type StatementChannel, type StatementParty } from './statement-records.js';

/** A statement line (field :61:). */
export interface Mt940Line {
  /** YYYY-MM-DD, as written: a day that does not exist stays one. */
  readonly valueDate: string;
  readonly entryDate: string;
  /** Whether the money arrives: a credit, or a debit taken back. */
  readonly arrives: boolean;
  /** Announced, not booked (`EC`, `ED`). */
  readonly isExpected: boolean;
  readonly amount: string;
  readonly channel: StatementChannel;
  /** The account servicer's reference, else the owner's. */
  readonly reference: string;
}

const LINE =
  /^(\d{6})(\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?(\d{1,15},\d{0,10})([A-Z][A-Z0-9]{3})([^/]{0,34}(?:\/(?!\/)[^/]*)*)(?:\/\/(.*))?$/u;

/** Reads a statement line; undefined if it is none. */
export function parseLine(text: string): Mt940Line | undefined {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  const [, value, entry, mark, , amount, type, own = '', bank = ''] = match;
  const valueDate = dateOf(value!);
  const reference = [bank, own]
    .map((one) => one.trim())
    .find((one) => one !== '' && !/^(?:NONREF|NOTPROVIDED)$/iu.test(one));
  return {
    valueDate,
    entryDate: entry === undefined ? valueDate : entryDateOf(valueDate, entry),
    arrives: ['C', 'RD', 'EC'].includes(mark!),
    isExpected: mark!.startsWith('E'),
    amount: decimalOf(amount!),
    channel: BY_TYPE.get(type!.slice(1)) ?? '',
    reference: reference ?? '',
  };
}

/** A balance (fields :60a:, :62a:): mark, date, currency, amount. */
export function parseBalance(
  text: string,
): { readonly isNegative: boolean; readonly currency: string; readonly amount: string } | undefined {
  const match = /^([CD])\d{6}([A-Z]{3})(\d{1,15},\d{0,10})\s*$/u.exec(text);
  if (match === null) return undefined;
  return { isNegative: match[1] === 'D', currency: match[2]!, amount: decimalOf(match[3]!) };
}

/**
 * The account of a statement (field :25:): an IBAN, `bank/account`, or a number alone; a currency behind an IBAN is cut off. The BIC
 * of option P stands in the second line.
 */
export function parseOwnAccount(lines: readonly string[]): StatementParty {
  const [first = '', second = ''] = lines.map((line) => line.replace(/\s+/gu, ''));
  const cut = first.lastIndexOf('/');
  const written = first.slice(cut + 1);
  const account = !isIban(written) && isIban(written.slice(0, -3)) ? written.slice(0, -3) : written;
  const bank = cut > 0 ? first.slice(0, cut) : isBic(second) ? second : '';
  return { ...NOBODY, account, bank };
}

/** Years of two digits lie in 1970-2069, as elsewhere. */
function dateOf(text: string): string {
  const year = Number(text.slice(0, 2));
  return `${year + (year < 70 ? 2000 : 1900)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
}

/** The entry date has no year: it is the one nearest to the value date. */
function entryDateOf(valueDate: string, monthDay: string): string {
  const [year, month, day] = valueDate.split('-').map(Number) as [number, number, number];
  const [entryMonth, entryDay] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(2, 4))];
  const away = (one: number): number =>
    Math.abs(daysFromCivil(one, entryMonth, entryDay) - daysFromCivil(year, month, day));
  const nearest = [year, year - 1, year + 1].reduce((best, one) => (away(one) < away(best) ? one : best));
  return `${nearest}-${monthDay.slice(0, 2)}-${monthDay.slice(2, 4)}`;
}

function decimalOf(text: string): string {
  return text.endsWith(',') ? text.slice(0, -1) : text.replace(',', '.');
}

/** Transaction types of the standard that say how money moved. */
const BY_TYPE = new Map<string, StatementChannel>([
  ['TRF', 'transfer'],
  ['STO', 'transfer'],
  ['DDT', 'direct-debit'],
  ['CHK', 'cheque'],
  ['TCK', 'cheque'],
  ['CHG', 'fee'],
  ['COM', 'fee'],
  ['INT', 'fee'],
]);
