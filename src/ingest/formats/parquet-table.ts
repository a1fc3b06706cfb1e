import { unreadable } from './detect-format.js';
import { collectBytes } from './collect-bytes.js';
import { type FormatReaders } from './format-readers.js';
import { rawOfCells, type Table, type TableItem } from './table.js';

/**
 * A Parquet file; lines are numbers of rows.
 * @throws InputError `format-unreadable` if the source brings no reader for it, and what that throws
 */
export async function parquetTable(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  { parquet }: FormatReaders,
): Promise<Table> {
  if (parquet === undefined) throw unreadable(name, 'Parquet', 'it is read from files by illicit-flows/node');
  const { columns, notes, batches } = await parquet(await collectBytes(chunks, name), name);
  async function* items(): AsyncGenerator<readonly TableItem[]> {
    let line = 0;
    for await (const rows of batches) {
      yield rows.map((cells) => ({ kind: 'record', line: ++line, cells, raw: rawOfCells(cells) }));
    }
  }
  const all = ['line numbers are numbers of rows', ...notes];
  return { format: 'parquet', name: '', encoding: '', columns, items: items(), notes: () => all };
}
