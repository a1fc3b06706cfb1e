import { type AccountName } from './account-book.js';
import { type Geography } from './geography.js';
import { type TransferSheet } from './transfer-sheet.js';
import { type Truth } from './truth.js';

/** The parts of a finished world; see {@link World}. */
export interface WorldParts {
  readonly truth: Truth;
  readonly sheet: TransferSheet;
  /** Rows of the sheet in order of time. */
  readonly order: Uint32Array;
  readonly names: readonly AccountName[];
  readonly geography: Geography;
  readonly startMs: number;
}
