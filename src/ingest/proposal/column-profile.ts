import { splitCurrency } from '../split-currency.js';
import { type SampleRecord } from '../sample-records.js';
import { isSensitiveColumn } from '../sensitive-columns.js';
import { canonicalCurrency } from '../vocabulary/currencies.js';
import { type HeaderConcept } from '../vocabulary/headers/concepts.js';
import { allButFew, guessNumberFormat, guessTimeFormat } from '../guess-formats.js';
import { conceptsOf } from './header-concepts.js';

/** What one column is called and what its cells in the sample look like. */
export interface ColumnProfile {
  /** 0-based. */
  readonly cell: number;
  readonly name: string;
  readonly concepts: ReadonlySet<HeaderConcept>;
  /** Trimmed cells of all rows; empty ones included. */
  readonly texts: readonly string[];
  /** Cells that hold something. */
  readonly filled: readonly string[];
  readonly distinct: ReadonlySet<string>;
  readonly looksLikeAccounts: boolean;
  readonly looksLikeNames: boolean;
  readonly looksLikeAmounts: boolean;
  readonly looksLikeTimes: boolean;
  readonly looksLikeCurrencies: boolean;
}

const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?: ?[AaPp][Mm])?$/;

/** Profiles of the columns that may be read; those about what a person is are not looked at. */
export function profileColumns(columns: readonly string[], rows: readonly SampleRecord[]): ColumnProfile[] {
  return columns.flatMap((name, cell) => (isSensitiveColumn(name) ? [] : [profile(name, cell, rows)]));
}

function profile(name: string, cell: number, rows: readonly SampleRecord[]): ColumnProfile {
  const texts = rows.map(({ cells }) => (cells[cell] ?? '').trim());
  const filled = texts.filter((text) => text !== '');
  const most = (test: (text: string) => boolean): boolean => allButFew(filled.filter(test).length, filled.length);
  const looksLikeAmounts = most(isAmount);
  return {
    cell,
    name,
    concepts: conceptsOf(name),
    texts,
    filled,
    distinct: new Set(filled),
    looksLikeAccounts: most(isAccount),
    looksLikeNames: most(isName),
    looksLikeAmounts,
    looksLikeTimes: filled.length > 0 && guessTimeFormat(filled) !== undefined,
    looksLikeCurrencies: most((text) => canonicalCurrency(text) !== undefined),
  };
}

/** Whether a column holds times of the day without a date. */
export function holdsTimesOfDay({ filled }: ColumnProfile): boolean {
  return filled.length > 0 && filled.every((text) => TIME_OF_DAY.test(text));
}

/** One word or several with digits enough for a number of an account, or an address; no date, no amount with decimals. */
export function isAccount(text: string): boolean {
  const joined = text.replace(/[\s'_-]/g, '');
  if (/^[^@]+@[^@]+\.\p{L}+$/u.test(joined)) return true;
  if (joined.length < 3 || joined.length > 70 || (joined.match(/\p{N}/gu) ?? []).length < 3) return false;
  if (/[.,]\d{1,2}$/.test(joined) || /[:/.]\d{1,4}(?:[T ]|$)/.test(text)) return false;
  return /^[\p{L}\p{N}.:+/*]+$/u.test(joined);
}

/** An account number in the form of an IBAN; check digits are not asked for. */
export function isIban(text: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text.replace(/[\s']/g, ''));
}

/** Two words or more of letters alone. */
function isName(text: string): boolean {
  return /^[\p{L}\p{M}.'’,&-]+(?: [\p{L}\p{M}.'’,&-]+)+$/u.test(text);
}

function isAmount(text: string): boolean {
  return guessNumberFormat([splitCurrency(text)?.amount ?? text]) !== undefined;
}
