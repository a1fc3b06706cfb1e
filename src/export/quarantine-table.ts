import { type Quarantine, type QuarantinedRecord } from '../ingest/index.js';
import { csvTable } from './csv-table.js';

/** Stands in for the raw text of a record that may name a protected payer, or somebody whom the user vouches for. */
const MASKED_RECORD = '[may name somebody who stays unnamed: see the file]';
/** Marks that end a cell or a word. */
const CELL_END = /[,;|"'\t\r\n]+/u;

/**
 * quarantine.csv: the records that were not read, with the reason. Raw text is as written, except that a record which
 * mentions an account of `maskedTexts` is masked as a whole: a broken row must not name somebody whom the case keeps
 * unnamed, nor somebody who pays an account of the case and is known from this row only.
 */
export function quarantineTable({ entries }: Quarantine, maskedTexts: ReadonlySet<string>): Generator<string, void> {
  return csvTable<QuarantinedRecord>(
    [
      { name: 'file', kind: 'text', value: (record) => record.file },
      { name: 'line', kind: 'plain', value: (record) => record.line },
      { name: 'code', kind: 'plain', value: (record) => record.code },
      { name: 'column', kind: 'text', value: (record) => record.column },
      { name: 'raw', kind: 'text', value: (record) => maskRecord(record.raw, maskedTexts) },
    ],
    entries,
  );
}

/** The record, or a placeholder if one of its cells or words (blanks inside or not) is among the masked texts. */
export function maskRecord(raw: string, masked: ReadonlySet<string>): string {
  if (masked.size === 0) return raw;
  const cells = raw.split(CELL_END).map((cell) => cell.trim());
  const names = cells.some(
    (cell) =>
      masked.has(cell) || masked.has(cell.replaceAll(' ', '')) || cell.split(' ').some((word) => masked.has(word)),
  );
  return names ? MASKED_RECORD : raw;
}
