export { readAmountsInto } from './byte-amounts.kernel.js';
export { readFiles } from './read-files.js';
export { type FilePart, type FilePartTask, readFilePart } from './file-part.js';
export { type FileParts } from './read-in-parts.js';
export { type NoteSummary } from './read-log.js';
export { type FileFormat } from './formats/table.js';
export { type FileCounts } from './file-counts.js';
export { type FileReport, type LedgerSource } from './read-source.js';
export { type GuardEntry, GUARD_KINDS, type GuardKind, type GuardList, parseGuardList } from './guard-list.js';
export { guardedTexts, type GuardMatch, matchGuardList } from './match-guard-list.js';
export { type Inspection, inspectSample, type InspectSampleOptions } from './inspect-sample.js';
export { type SampleReading, type SampleTransfer } from './proposal/try-reading.js';
export { type FormatReaders, type ParquetRows } from './formats/format-readers.js';
export { inspectStream, type InspectStreamOptions } from './inspect-stream.js';
export { type LedgerReading, readLedger, type ReadLedgerOptions } from './read-ledger.js';
export {
  type AmountColumns,
  type ChannelColumn,
  CLOCK_FORMATS,
  type ClockColumns,
  type ClockFormat,
  type ColumnRef,
  columnsOf,
  type DialectHints,
  type Mapping,
  type NamedColumn,
  type NegativeAmounts,
  type NumberFormat,
  type PartyColumns,
  type StepColumn,
  type TimeMapping,
  type WhenMissing,
} from './mapping.js';
export { type AccountTexts } from './accounts/account-rules.js';
export { type DirectionFlag } from './statements/direction-words.js';
export { type FileValue, type ValueRef } from './values/value-ref.js';
export { PRESET_NAMES, type PresetName } from './presets.js';
export { type Quarantine, type QuarantinedRecord } from './quarantine.js';
export { type ReaderName } from './reader-choice.js';
export { isSensitiveColumn } from './sensitive-columns.js';
