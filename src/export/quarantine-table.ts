import { type Quarantine, type QuarantinedRecord } from '../ingest/index.js';
import { csvTable } from './csv-table.js';
import { recordMask } from './record-mask.js';

/**
 * quarantine.csv: the records that were not read, with the reason. Raw text is as written, except that a record which
 * mentions an account of `maskedTexts` is masked as a whole: a broken row must not name somebody whom the case keeps
 * unnamed, nor somebody who pays an account of the case and is known from this row only.
 */
export function quarantineTable({ entries }: Quarantine, maskedTexts: ReadonlySet<string>): Generator<string, void> {
  const show = recordMask(maskedTexts);
  return csvTable<QuarantinedRecord>(
    [
      { name: 'file', kind: 'text', value: (record) => record.file },
      { name: 'line', kind: 'plain', value: (record) => record.line },
      { name: 'code', kind: 'plain', value: (record) => record.code },
      { name: 'column', kind: 'text', value: (record) => record.column },
      { name: 'raw', kind: 'text', value: (record) => show(record.raw) },
    ],
    entries,
  );
}
