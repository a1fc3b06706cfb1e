export { type Cut, type CutOptions, LedgerCutter } from './cut-ledger.js';
export { detectInSlices } from './detect-in-slices.js';
export { fromTable, type RowPlace, type TableFinding, toTable } from './finding-table.js';
export { candidatesOf, mergeAnswers, tableOf } from './merge-answers.js';
export { groupOf, runSlice, type SliceAnswer, type SliceGroup } from './run-slice.js';
export { SliceDraft } from './slice-draft.js';
export { type KeyPair, ROW_BITS, type SliceRow } from './slice-row.js';
export { type ChosenDetector, measureWorld, requireLocality, type SliceWorld } from './slice-world.js';
