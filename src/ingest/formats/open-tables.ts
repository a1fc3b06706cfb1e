import { camtTable } from './camt-table.js';
import { type Content } from './detect-format.js';
import { jsonTable } from './json-table.js';
import { mt940Table } from './mt940-table.js';
import { type FormatReaders } from './format-readers.js';
import { parquetTable } from './parquet-table.js';
import { type Table } from './table.js';
import { xlsxTables } from './xlsx-tables.js';

/** A file whose format is known. */
export interface FormatFile {
  readonly name: string;
  readonly content: Exclude<Content, 'text'>;
  /** Unpacked bytes from the very start. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Encoding that the mapping names, for formats that do not say; undefined = find it. */
  readonly encoding: string | undefined;
  /** Columns that the mapping reads if they are there, in lower case. */
  readonly optionalColumns: ReadonlySet<string>;
  readonly maxRecordChars: number;
  /** The only sheet of a workbook that is wanted, by name or place from 1; undefined = all. */
  readonly sheet: string | number | undefined;
  readonly readers: FormatReaders | undefined;
}

/** The tables of a file: one, or the sheets of a workbook in their order. */
export async function openTables(file: FormatFile): Promise<readonly Table[]> {
  const { name, content, chunks, maxRecordChars, optionalColumns } = file;
  switch (content) {
    case 'camt':
      return [await camtTable(chunks, name, maxRecordChars)];
    case 'mt940':
      return [await mt940Table(chunks, file.encoding)];
    case 'json':
    case 'ndjson':
      return [await jsonTable(chunks, { format: content, name, maxRecordChars, optionalColumns })];
    case 'zip':
      return xlsxTables(chunks, name, file.sheet);
    case 'parquet':
      return [await parquetTable(chunks, name, file.readers ?? {})];
  }
}
