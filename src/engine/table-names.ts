import { UsageError } from '../foundation/index.js';

/** A table of a catalogue of Spark, and the columns that tell its rows apart. */
export interface CatalogueTable {
  /** `[catalog.][schema.]table`. */
  readonly name: string;
  readonly key: readonly string[];
  /** Number of the version that is read, where the format of the table keeps them. Default: what the table holds now. */
  readonly snapshot?: string;
}

/** Letters, digits and `_`, with single hyphens inside. */
const PART = '[\\p{L}\\p{M}\\p{N}_]+(?:-[\\p{L}\\p{M}\\p{N}_]+)*';
const TABLE_NAME = new RegExp(`^${PART}(?:\\.${PART})*$`, 'u');
/**
 * What may not stand in a name that goes into a file of statements: spark-sql looks for quotes, the end of a statement, comments and
 * variables before it reads names, within backticks as well.
 */
const UNSAYABLE = /['"\\;\p{C}]|--|\/\*|\$\{/u;
const MOST_CHARACTERS = 255;

/**
 * A table as somebody names it: columns of the key are separated by commas.
 *
 * @throws UsageError `table-name` for what is no name of a table, `table-key` for columns that are none, cannot be said to Spark or
 *   are named twice, `table-snapshot` for what is no number
 */
export function catalogueTable({
  name,
  key,
  snapshot,
}: Record<'name' | 'key', string> & { snapshot?: string }): CatalogueTable {
  if (name.length > MOST_CHARACTERS || !TABLE_NAME.test(name)) {
    const message = 'Expected [catalog.][schema.]table of letters, digits, _ and single hyphens, without backticks';
    throw new UsageError('table-name', message);
  }
  const columns = key.split(',').map((column) => column.trim());
  const isTwice = new Set(columns.map((column) => column.toLowerCase())).size < columns.length;
  if (isTwice || !columns.every(isSayable)) {
    const message = 'Expected columns separated by commas, each once and without quotes, backslashes, ;, --, /* and ${';
    throw new UsageError('table-key', message);
  }
  if (snapshot === undefined) return { name, key: columns };
  if (/^\d{1,19}$/u.test(snapshot)) return { name, key: columns, snapshot };
  throw new UsageError('table-snapshot', 'Expected the number of a version of the table');
}

/** Whether a column can be said to Spark as it is called. */
export function isSayable(column: string): boolean {
  return column !== '' && column.length <= MOST_CHARACTERS && !UNSAYABLE.test(column);
}

/** The name of a column as it stands in a statement. */
export function quotedColumn(column: string): string {
  return `\`${column.replaceAll('`', '``')}\``;
}

/** The name of a table as it stands in a statement. */
export function quotedTable(name: string): string {
  return name.split('.').map(quotedColumn).join('.');
}
