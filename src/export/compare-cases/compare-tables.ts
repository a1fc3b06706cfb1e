import Papa from 'papaparse';
import { isFields } from './align-lists.js';
import { compareValues } from './compare-values.js';
import { type Difference } from './difference.js';
import { type ShownValues } from './shown-values.js';

/** Columns that tell the rows of our tables apart, as far as a table has them. */
const KEY_COLUMNS = ['lead', 'finding', 'institution', 'account', 'file', 'line'];

/** A table of a case as text, and the same made anew. */
export interface ComparedTables {
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

/** The cells of a CSV table that we wrote, header first. */
export function tableCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  return text.endsWith('\n') ? data.slice(0, -1) : data;
}

/**
 * Compares a table cell by cell. Rows are paired by what they are about (lead, finding, account, file and line), and told by
 * their number, the header being row 1, and by the cell that names them in the new table.
 */
export function compareTables({ name, was, now }: ComparedTables, shown: ShownValues): Difference[] {
  const fresh = tableCells(now);
  const header = fresh[0] ?? [];
  const keyed = KEY_COLUMNS.map((column) => header.indexOf(column)).filter((at) => at >= 0);
  const byKey = (row: unknown): string | undefined =>
    isFields(row) ? JSON.stringify(keyed.map((at) => row[`${at}`] ?? null)) : undefined;
  const rows = (cells: readonly string[][]): unknown[] => cells.map((row) => Object.fromEntries(row.entries()));
  return compareValues(rows(tableCells(was)), rows(fresh), (path) => (path.length === 0 ? [byKey] : [])).map(
    (found) => {
      const [row, cell] = found.path;
      const [rowNow] = found.pathNow;
      const column = header[Number(cell)] ?? '';
      const at = found.kind === 'gone' && cell === undefined ? undefined : fresh[Number(rowNow)];
      const fileAt = header.indexOf('file');
      const lineAt = header.indexOf('line');
      const place = row === undefined ? '' : `row ${Number(row) + 1}${at?.[0] === undefined ? '' : ` (${at[0]})`}`;
      return {
        file: name,
        place,
        field: cell === undefined ? '' : column === '' ? `column ${Number(cell) + 1}` : column,
        source: at === undefined || fileAt < 0 || lineAt < 0 || rowNow === 0 ? null : `${at[fileAt]!}:${at[lineAt]!}`,
        was: found.kind === 'order' ? 'the same rows in another order' : shown.was(found.was, found.now, column),
        now: shown.now(found.now),
      };
    },
  );
}
