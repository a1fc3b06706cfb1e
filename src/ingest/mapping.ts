import { type Channel } from '../ledger/index.js';
import { type AccountTexts } from './accounts/account-rules.js';
import { type DirectionFlag } from './statements/direction-words.js';
import { type WhenMissing } from './statements/when-missing.js';
import { columnsIn, type ColumnRef, type FileValue, type ValueRef } from './values/value-ref.js';

export { type WhenMissing } from './statements/when-missing.js';
export { type ColumnRef, type NamedColumn } from './values/value-ref.js';

/** Where one side of the transfers is found. */
export interface PartyColumns {
  /** Needed on both sides, but for the one that {@link Mapping.ownAccount} stands in for. */
  readonly account?: ValueRef;
  /** Bank or service. Default: none; accounts are then unique by themselves. */
  readonly institution?: ValueRef;
  /** Name of the person or company behind the account; never written out unless asked for. Default: none. */
  readonly holder?: ValueRef;
  /**
   * What tells holders of one name apart: an id, a birth date, an address. Accounts are joined where name and this agree; a name
   * alone joins none. Only beside `holder`, which may be the same column. Default: none.
   */
  readonly holderId?: ValueRef;
  /** Where the money was handed in or paid out. Default: none. */
  readonly place?: ValueRef;
  readonly country?: ValueRef;
  /** Who stands in where a row names no account: the first rule that knows the row's word. Default: nobody. */
  readonly whenMissing?: readonly WhenMissing[];
}

/**
 * An amount with its currency: a column, one currency for the whole file, or `in-amount` where it stands in the cell of
 * the amount (`EUR 100.00`).
 */
export interface AmountColumns {
  readonly column: ValueRef;
  /** Holds the amount of rows that have none (or zero) in `column`, as where what came in and what went out stand apart. */
  readonly orColumn?: ValueRef;
  readonly currency: ValueRef;
  /** The currency of rows that name none, such as the coin of a chain among its tokens. Default: such rows are refused. */
  readonly whenNoCurrency?: string;
  /**
   * Whether amounts count the smallest units of currencies whose decimals nobody says: `raw USDT` is then the currency, so
   * that nobody takes a million of them for a million dollars. Default false.
   */
  readonly rawUnits?: boolean;
  /** Amounts count smallest units, of which 10 to the power of this number make one. Default: amounts are as written. */
  readonly decimals?: ValueRef;
}

/** How amounts are written. */
export interface NumberFormat {
  /** Default '.'. */
  readonly decimalMark?: '.' | ',';
  /** Removed between digits. Default: none; such an amount is then unreadable, not guessed. */
  readonly thousandsMark?: string;
  /** Characters that may stand before or after the number, such as `$€`. Default: none. */
  readonly currencySigns?: string;
  /** Whether `(12.50)` means -12.50. Default false: unreadable. */
  readonly bracketsAreNegative?: boolean;
  /** Whether `5.68E7` is an amount. Default false: a spreadsheet may have spoilt its last digits. */
  readonly scientific?: boolean;
  /** Negative amounts: refused, read without their sign, or read as money going the other way. Default 'quarantine'. */
  readonly negative?: NegativeAmounts;
  /** Rows of amount zero: refused, or left out as `not-moved` where a file is full of them. Default 'quarantine'. */
  readonly zero?: 'quarantine' | 'leave-out';
}
/** What becomes of a row with a negative amount: refused, read without its sign, or read as money going the other way. */
export type NegativeAmounts = 'quarantine' | 'absolute' | 'reverse';

/**
 * Ways to write a clock time. Dates of digits take `-`, `/` or `.` between them and may be followed by a blank or `T`
 * and `HH:mm[:ss[.fraction]]`, and that by `Z` or an offset. `auto-date` decides between `DD/MM/YYYY` and `MM/DD/YYYY`
 * by the file's first lines, or refuses to. `MMM D, YYYY` and `D MMM YY` take names of months in many languages, in either
 * order. `spreadsheet-serial` counts days from 1899-12-30 (`-1904`: from 1904-01-01), with a fraction for the time of day.
 */
export const CLOCK_FORMATS = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'MMM D, YYYY',
  'YYYYMMDD',
  'YYMMDD',
  'DD/MM/YY',
  'MM/DD/YY',
  'YY-MM-DD',
  'D MMM YY',
  'spreadsheet-serial',
  'spreadsheet-serial-1904',
  'unix-seconds',
  'unix-milliseconds',
  'auto-date',
] as const;
/** How a time is written; see `docs/mapping.md`. */
export type ClockFormat = (typeof CLOCK_FORMATS)[number];

/** A clock time, in one column or in two (date, time of day). */
export interface ClockColumns {
  readonly column: ValueRef;
  readonly timeOfDay?: ValueRef;
  /** Tried in this order. */
  readonly formats: readonly ClockFormat[];
  /** Two-digit years from here on are of the 20th century, those before of the 21st. Default 70, as in POSIX. */
  readonly pivot?: number;
  /** Offset of times that carry none, such as `+02:00`. Default '+00:00', stated in the summary. */
  readonly zone?: string;
}

/** Integer steps of a simulation. */
export interface StepColumn {
  readonly column: ValueRef;
  /** What one step stands for, such as `hour`; stated, never computed with. */
  readonly step: string;
}

/** `file-order`: there is no time at all; a transfer's position over all files stands in for it. */
export type TimeMapping = 'file-order' | ClockColumns | StepColumn;

/** Channels by the data's own words. */
export interface ChannelColumn {
  readonly column: ValueRef;
  /** The data's word (any case) to our channel. A word without entry is read as `other` and noted. */
  readonly values: Readonly<Record<string, Channel>>;
}

/** What is known about the file's form. Whatever is left out is found in the first 64 kB and stated. */
export interface DialectHints {
  /** One character, or `blank` for runs of blanks and tabs. Default 'auto'. */
  readonly delimiter?: string;
  /** Whether the first line after the titles names the columns. Default 'auto'. */
  readonly header?: boolean | 'auto';
  /** A label of the WHATWG Encoding Standard. Default 'auto'. */
  readonly encoding?: string;
  /** With encoding `auto`: what it is unless the first 64 kB show UTF-8. Default: UTF-8 all the same. */
  readonly elseEncoding?: string;
  /** Lines above the header. Default 0. */
  readonly titleRows?: number;
  /** Lines starting like this are no transfers (code `marker-line`). Default: none. */
  readonly skipPrefixes?: readonly string[];
  /** Lines starting like this are notes below the table (code `footer-line`). Default: none. */
  readonly footerPrefixes?: readonly string[];
}

/**
 * How to read one kind of file. Plain data, so that it may be kept as JSON. Of a statement (one account per file or
 * column, the other side in another), the account is the `payer`: see {@link Mapping.direction}.
 */
export interface Mapping {
  /** May be left out where `ownAccount` says all there is to say of that side. */
  readonly payer?: PartyColumns;
  readonly beneficiary?: PartyColumns;
  /**
   * The account that the file is a statement of; stands in for the `account` of the side that has none, the payer's if
   * neither has. `given`: the caller says it for each file. What the caller says counts more than a value here.
   */
  readonly ownAccount?: FileValue | 'given';
  readonly time: TimeMapping;
  /** Default: the transfers have no amounts. Not together with `debit` and `credit`. */
  readonly amount?: AmountColumns;
  /** What arrived, where that is another amount or currency. Default: the same. */
  readonly received?: AmountColumns;
  /**
   * `as-given`: payer pays beneficiary. `signed`: a negative amount leaves the payer's account, a positive one arrives
   * there. `debit-credit`: `amount` is what leaves it and `credit` what arrives. A {@link DirectionFlag}: a word says it.
   * Default 'as-given'.
   */
  readonly direction?: 'as-given' | 'signed' | 'debit-credit' | DirectionFlag;
  /** With direction `debit-credit`: amounts that arrive in the payer's account. */
  readonly credit?: ValueRef;
  /** What the payer's account held after the row; checked, and never computed with. Default: nothing is checked. */
  readonly balance?: ValueRef;
  /** By how much balances may be off, in units of the currency, where a bank rounds what it prints. Default 0. */
  readonly balanceTolerance?: number;
  /** Rows that count: those whose word (any case) is among these, for each column. Default: all. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** Rows that do not count: those whose word is among these, in any of the columns. Default: none. */
  readonly except?: Readonly<Record<string, readonly string[]>>;
  readonly channel?: ChannelColumn;
  /** The data's own transaction id. */
  readonly id?: ValueRef;
  /** Posting order, compared after time: an integer column, or `file-order` for the order of the lines. Default: none. */
  readonly sequence?: ValueRef;
  /** The answer of a data set with labels. Kept away from the ledger. */
  readonly label?: ValueRef;
  readonly numbers?: NumberFormat;
  /** Texts that stand for "no account" (any case), such as `null`. Default: none but the empty cell. */
  readonly missing?: readonly string[];
  /** Which texts are no accounts although something is written there. */
  readonly accounts?: AccountTexts;
  /**
   * Currencies beside those that everybody knows (ISO 4217 codes, their words and symbols), such as symbols of tokens;
   * `XXX`, no currency, only if it is among them. A cell with anything else is refused. Default none.
   */
  readonly currencies?: readonly string[];
  /** Whether any text is a currency, as in a file of thousands of tokens; best given as the reason. Default false. */
  readonly tokens?: boolean | string;
  /** Whether `EE27 3300` and `EE273300` are one account: then blanks inside are removed. Default 'keep'. */
  readonly accountBlanks?: 'keep' | 'remove';
  readonly dialect?: DialectHints;
  /** Number of columns of a file without header; required if columns are given by position and there is none. */
  readonly columnCount?: number;
  /** Stated in the summary of every file read with this mapping. */
  readonly notes?: readonly string[];
}

/** A mapping with a name, as one of several that a preset offers. */
export interface Layout {
  readonly name: string;
  readonly mapping: Mapping;
}

/** Every column that a mapping names. */
export function columnsOf(mapping: Mapping): ColumnRef[] {
  const { only = {}, except = {} } = mapping;
  const filters = [...Object.keys(only), ...Object.keys(except)].map(filterColumn);
  return [...valuesOf(mapping).flatMap(columnsIn), ...filters];
}

/** Every value that a mapping reads from rows, `only` and `except` aside. */
export function valuesOf(mapping: Mapping): ValueRef[] {
  const { payer = {}, beneficiary = {}, amount, received, time, sequence, direction } = mapping;
  const parties = [payer, beneficiary].flatMap((p) => [
    ...[p.account, p.institution, p.holder, p.holderId, p.place, p.country],
    ...(p.whenMissing ?? []).map(({ column }) => column),
  ]);
  const amounts = [amount, received].flatMap((sum) => {
    if (sum === undefined) return [];
    const columns = [sum.column, sum.orColumn, sum.decimals];
    return sum.currency === IN_AMOUNT ? columns : [...columns, sum.currency];
  });
  const times = time === 'file-order' ? [] : 'step' in time ? [time.column] : [time.column, time.timeOfDay];
  const order = sequence === 'file-order' ? undefined : sequence;
  const flag = typeof direction === 'object' ? direction.column : undefined;
  const rest = [flag, mapping.credit, mapping.balance, mapping.channel?.column, mapping.id, order, mapping.label];
  return [...parties, ...amounts, ...times, ...rest].filter((value) => value !== undefined);
}

/** Says that the currency stands in the cell of the amount. */
export const IN_AMOUNT = 'in-amount';

/** Column of a key of `only` and `except`: `#3` is the third, everything else a header text. */
export function filterColumn(key: string): ColumnRef {
  const position = /^#([1-9]\d{0,4})$/.exec(key);
  return position === null ? key : Number(position[1]);
}
