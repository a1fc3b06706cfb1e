import { type AccountName } from './account-book.js';
import { type Geography } from './geography.js';
import { type ColumnSet, type Resolution } from './regimes/regime.js';
import { type TransferSheet } from './transfer-sheet.js';
import { type Truth } from './truth.js';

/** The parts of a finished world; see {@link World}. */
export interface WorldParts {
  readonly truth: Truth;
  readonly sheet: TransferSheet;
  readonly resolution: Resolution;
  readonly columns: ColumnSet;
  /** Rows of the sheet that the books show, in order of their time as written. */
  readonly order: Uint32Array;
  readonly names: readonly AccountName[];
  readonly geography: Geography;
  readonly startMs: number;
}
