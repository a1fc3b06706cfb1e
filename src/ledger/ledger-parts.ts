import { type Precision } from '../foundation/index.js';
import { type TextColumn } from '../structures/index.js';
import { type AccountDirectory } from './account-directory.js';
import { type Currency } from './currency-table.js';
import { type SourceFile } from './source-file.js';

/**
 * The columns, one entry per transfer, in canonical order: time, then the mapped sequence, then content, then source
 * position for exact duplicates only. Optional columns are undefined when the data does not have them.
 */
export interface LedgerColumns {
  readonly payer: Int32Array;
  readonly beneficiary: Int32Array;
  /** UTC milliseconds; the step for precision `step`, the position for `order`. Non-decreasing. */
  readonly timeMs: Float64Array;
  /** Index into PRECISIONS. */
  readonly precision: Uint8Array;
  /** Paid amount in minor units of `currency`; NaN where there is none. See {@link Currency.lane}. */
  readonly amountMinor: Float64Array;
  /** Index into `currencies`. */
  readonly currency: Uint16Array;
  /** Received amount, present if any transfer was received in another amount or currency than it was paid. */
  readonly receivedMinor: Float64Array | undefined;
  readonly receivedCurrency: Uint16Array | undefined;
  /** Index into CHANNELS. */
  readonly channel: Uint8Array;
  /** Where the money was handed in / paid out: index into `places`, -1 = not given. */
  readonly placeFrom: Int32Array | undefined;
  readonly placeTo: Int32Array | undefined;
  readonly countryFrom: Int32Array | undefined;
  readonly countryTo: Int32Array | undefined;
  readonly id: TextColumn | undefined;
  /** For a row r, the id and memo texts are at index textIndex[r] of their columns; undefined = at r. */
  readonly textIndex: Uint32Array | undefined;
  readonly sourceFile: Uint16Array;
  readonly sourceLine: Uint32Array;
}

/** What a ledger is made from; see the ledger builder. */
export interface LedgerParts {
  readonly accounts: AccountDirectory;
  readonly columns: LedgerColumns;
  readonly currencies: readonly Currency[];
  readonly places: readonly string[];
  readonly sources: readonly SourceFile[];
  /** Coarsest precision among the rows. */
  readonly precision: Precision;
  /** Whether the data gave a posting order: rows of one instant then stand in it. */
  readonly sequenced: boolean;
  /** Exact paid amounts of rows in wide currencies. */
  readonly wideAmounts: ReadonlyMap<number, bigint>;
  readonly wideReceived: ReadonlyMap<number, bigint>;
}
