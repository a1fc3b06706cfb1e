import { type Channel } from '../ledger/index.js';

/**
 * A column of the file: its header text, its 1-based position, or a header text with the occurrence (1-based) if the
 * header names it more than once. Header texts are compared trimmed and without regard to case. A column marked
 * `optional` may be absent; any other absent column makes the file unreadable with this mapping.
 */
export type ColumnRef = string | number | NamedColumn;

/** A column by header text, with more to say about it. */
export interface NamedColumn {
  readonly name: string;
  /** Which of several columns of that name, from 1. Default: the only one. */
  readonly occurrence?: number;
  /** Default false. */
  readonly optional?: boolean;
}

/** Where one side of the transfers is found. */
export interface PartyColumns {
  readonly account: ColumnRef;
  /** Bank or service. Default: none; accounts are then unique by themselves. */
  readonly institution?: ColumnRef;
  /** Person or company behind the account; joins accounts. Default: none. */
  readonly holder?: ColumnRef;
  /** Where the money was handed in or paid out. Default: none. */
  readonly place?: ColumnRef;
  readonly country?: ColumnRef;
}

/** An amount with its currency: a column, or one currency for the whole file. */
export interface AmountColumns {
  readonly column: ColumnRef;
  readonly currency: ColumnRef | { readonly constant: string };
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
}
export type NegativeAmounts = 'quarantine' | 'absolute' | 'reverse';

/**
 * Ways to write a clock time. Dates of digits take `-`, `/` or `.` between them and may be followed by a blank or `T`
 * and `HH:mm[:ss[.fraction]]`, and that by `Z` or an offset. `auto-date` decides between `DD/MM/YYYY` and `MM/DD/YYYY`
 * by the file's first lines, or refuses to.
 */
export const CLOCK_FORMATS = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'MMM D, YYYY',
  'YYYYMMDD',
  'YYMMDD',
  'unix-seconds',
  'unix-milliseconds',
  'auto-date',
] as const;
export type ClockFormat = (typeof CLOCK_FORMATS)[number];

/** A clock time, in one column or in two (date, time of day). */
export interface ClockColumns {
  readonly column: ColumnRef;
  readonly timeOfDay?: ColumnRef;
  /** Tried in this order. */
  readonly formats: readonly ClockFormat[];
  /** Offset of times that carry none, such as `+02:00`. Default '+00:00', stated in the summary. */
  readonly zone?: string;
}

/** Integer steps of a simulation. */
export interface StepColumn {
  readonly column: ColumnRef;
  /** What one step stands for, such as `hour`; stated, never computed with. */
  readonly step: string;
}

/** `file-order`: there is no time at all; a transfer's position over all files stands in for it. */
export type TimeMapping = 'file-order' | ClockColumns | StepColumn;

/** Channels by the data's own words. */
export interface ChannelColumn {
  readonly column: ColumnRef;
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
  readonly payer: PartyColumns;
  readonly beneficiary: PartyColumns;
  readonly time: TimeMapping;
  /** Default: the transfers have no amounts. Not together with `debit` and `credit`. */
  readonly amount?: AmountColumns;
  /** What arrived, where that is another amount or currency. Default: the same. */
  readonly received?: AmountColumns;
  /**
   * `as-given`: payer pays beneficiary. `signed`: a negative amount leaves the payer's account, a positive one arrives
   * there. `debit-credit`: `amount` is what leaves it and `credit` what arrives. Default 'as-given'.
   */
  readonly direction?: 'as-given' | 'signed' | 'debit-credit';
  /** With direction `debit-credit`: amounts that arrive in the payer's account. */
  readonly credit?: ColumnRef;
  readonly channel?: ChannelColumn;
  /** The data's own transaction id. */
  readonly id?: ColumnRef;
  /** Posting order, compared after time: an integer column, or `file-order` for the order of the lines. Default: none. */
  readonly sequence?: ColumnRef;
  /** The answer of a data set with labels. Kept away from the ledger. */
  readonly label?: ColumnRef;
  readonly numbers?: NumberFormat;
  /** Texts that stand for "no account" (any case), such as `null`. Default: none but the empty cell. */
  readonly missing?: readonly string[];
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
  const { payer, beneficiary, amount, received, time, sequence } = mapping;
  const parties = [payer, beneficiary].flatMap((p) => [p.account, p.institution, p.holder, p.place, p.country]);
  const amounts = [amount, received].flatMap((sum) => {
    if (sum === undefined) return [];
    const { currency } = sum;
    return typeof currency === 'object' && 'constant' in currency ? [sum.column] : [sum.column, currency];
  });
  const times = time === 'file-order' ? [] : 'step' in time ? [time.column] : [time.column, time.timeOfDay];
  const order = sequence === 'file-order' ? undefined : sequence;
  const rest = [mapping.credit, mapping.channel?.column, mapping.id, order, mapping.label];
  return [...parties, ...amounts, ...times, ...rest].filter((column) => column !== undefined);
}
