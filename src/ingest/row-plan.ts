import { type AccountRules } from './accounts/account-rules.js';
import { type InstitutionAccount } from '../ledger/index.js';
import { type ClockFormat, type NegativeAmounts } from './mapping.js';
import { type DerivedCell } from './values/derived-cells.js';
import { type SkipCode } from './dialect.js';

/** Cell numbers in a plan are 0-based; this one stands for "not there". */
export const NO_CELL = -1;

/** Cells of one side of a transfer. */
export interface PartyPlan {
  readonly account: number;
  readonly institution: number;
  readonly holder: number;
  /** Read only where `holder` has a text. */
  readonly holderId: number;
  readonly place: number;
  readonly country: number;
  /** Who stands in for a missing account: by the word of a cell, the first rule that knows it. */
  readonly whenMissing: readonly { readonly cell: number; readonly kinds: ReadonlyMap<string, InstitutionAccount> }[];
}

/** Rows that count, by the words of a cell: those with one of them, or those without. */
export interface RowFilter {
  readonly cell: number;
  /** As foldWord gives them. */
  readonly words: ReadonlySet<string>;
  readonly keeps: boolean;
}

/** Which texts are currencies, beside those that everybody knows. */
export interface CurrencyRules {
  /** Symbols that the mapping declares, as written. */
  readonly declared: ReadonlySet<string>;
  /** Whether any text is one. */
  readonly any: boolean;
}

/** Cells of an amount; `currency` is {@link NO_CELL} where one constant holds for the file. */
export interface AmountPlan {
  readonly cell: number;
  /** Read where `cell` holds nothing or zero. */
  readonly orCell: number;
  /** Holds how many decimals smallest units have. */
  readonly decimalsCell: number;
  /** Whether amounts are smallest units of unknown decimals, which their currency then says. */
  readonly rawUnits: boolean;
  readonly currencyCell: number;
  readonly currencyConstant: string;
  /** Stands in for an empty cell of the currency; empty = such rows are refused. */
  readonly whenNoCurrency: string;
  /** Whether the currency stands in the cell of the amount. */
  readonly currencyInAmount: boolean;
}

/** How the numbers of the file are written, with every default filled in. */
export interface NumberPlan {
  readonly decimalMark: '.' | ',';
  /** Empty = none. */
  readonly thousandsMark: string;
  readonly currencySigns: string;
  readonly bracketsAreNegative: boolean;
  readonly scientific: boolean;
  readonly negative: NegativeAmounts;
  /** Whether rows of amount zero are skipped as `not-moved`. */
  readonly leavesOutZero: boolean;
}

/** How the instant is found. `clock` formats never hold `auto-date`: that has been decided. */
export type TimePlan =
  | {
      readonly kind: 'clock';
      readonly cell: number;
      readonly timeOfDayCell: number;
      readonly formats: readonly Exclude<ClockFormat, 'auto-date'>[];
      /** Minutes to subtract from a time without offset of its own. */
      readonly zoneMinutes: number;
      /** Two-digit years from here on are of the 20th century, those before of the 21st. */
      readonly pivot: number;
    }
  | { readonly kind: 'step'; readonly cell: number }
  | { readonly kind: 'order' };

/**
 * A mapping compiled against one file: cell numbers, constants and format kinds, nothing else, so that any reader can
 * follow it. What both readers must agree on:
 * - every cell is trimmed as by String.prototype.trim before it is read;
 * - an amount's trailing zeros after the mark do not count: `12.50` is mantissa 125, decimals 1; `5.00` is 5, 0;
 * - `setReceived` is called only where amount or currency differ from what was paid;
 * - time by file order, and sequence by file order, is `draft.rowCount` before the row is appended;
 * - the first `prelude.length` records are skipped with those codes, a record of nothing but empty cells is skipped as
 *   `blank-line`, one whose raw text starts with a skip or footer prefix as `marker-line` or `footer-line`;
 * - a record with another number of cells than `cellCount` is quarantined as `cell-count`, and one that a filter leaves
 *   out is then skipped as `not-moved`;
 * - cells from `cellCount` on are derived from those before, by `derived`.
 */
export interface RowPlan {
  /** Header texts by cell, or `#n` (1-based) where there are none; for messages. */
  readonly columnNames: readonly string[];
  readonly cellCount: number;
  /** How the cells behind the file's own are made. */
  readonly derived: readonly DerivedCell[];
  /** The file's own cells that may be shown of a record that was not read: mapped, and nothing of a party, id or label. */
  readonly shownCells: ReadonlySet<number>;
  readonly filters: readonly RowFilter[];
  /** One code per record before the first transfer. */
  readonly prelude: readonly SkipCode[];
  readonly skipPrefixes: readonly string[];
  readonly footerPrefixes: readonly string[];
  readonly payer: PartyPlan;
  readonly beneficiary: PartyPlan;
  /** Undefined = no amounts in this file. */
  readonly paid: AmountPlan | undefined;
  readonly received: AmountPlan | undefined;
  readonly direction: 'as-given' | 'signed' | 'debit-credit' | 'flag';
  readonly creditCell: number;
  /** With direction `flag`: the cell, and what its words (as foldWord gives them) say: true = money leaves. */
  readonly flagCell: number;
  readonly flagWords: ReadonlyMap<string, boolean>;
  /** What the payer's account held after the row. */
  readonly balanceCell: number;
  /** By how much balances may be off, in units of the currency. */
  readonly balanceTolerance: number;
  readonly numbers: NumberPlan;
  readonly time: TimePlan;
  readonly channelCell: number;
  /** Lower-case word of the data to channel code. */
  readonly channels: ReadonlyMap<string, number>;
  readonly idCell: number;
  readonly sequenceCell: number;
  readonly sequenceByFileOrder: boolean;
  readonly labelCell: number;
  /** Lower-case texts that stand for "none" in the cells of accounts, institutions, holders, places, amounts, currencies, times. */
  readonly missing: ReadonlySet<string>;
  readonly removeAccountBlanks: boolean;
  readonly accounts: AccountRules;
  readonly currencies: CurrencyRules;
}
