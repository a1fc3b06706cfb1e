import { type Quarantine, type QuarantinedRecord } from '../ingest/index.js';
import { csvTable } from './csv-table.js';

/** quarantine.csv: the records that were not read, with the reason and what is shown of them, which is their shape. */
export function quarantineTable({ entries }: Quarantine): Generator<string, void> {
  return csvTable<QuarantinedRecord>(
    [
      { name: 'file', kind: 'text', value: (record) => record.file },
      { name: 'line', kind: 'plain', value: (record) => record.line },
      { name: 'code', kind: 'plain', value: (record) => record.code },
      { name: 'column', kind: 'text', value: (record) => record.column },
      { name: 'raw', kind: 'text', value: (record) => record.raw },
    ],
    entries,
  );
}
