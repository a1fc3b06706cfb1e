import { type Quarantine, type QuarantinedRecord } from '../ingest/index.js';
import { csvTable } from './csv-table.js';
import { recordMask } from './record-mask.js';

/**
 * quarantine.csv: the records that were not read, with the reason and what is shown of them. A record in which an account of
 * `maskedTexts` stands where an amount or a time was meant is masked as a whole.
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
