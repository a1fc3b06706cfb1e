import { sqlPath, sqlText } from '../export/index.js';
import { ROW_COLUMNS } from '../slices/index.js';

/** A column of a query: what it is called, and what stands in it. */
export interface SqlColumn {
  readonly name: string;
  readonly expression: string;
}

/** Where engines write SQL differently. Whatever text goes into a statement goes through `text`, names of columns through `name`. */
export interface SqlDialect {
  /** A text as it stands in a statement. */
  text(value: string): string;
  /** The name of a column of the lake. */
  name(column: string): string;
  /** A relation of the rows of Parquet files. */
  parquet(paths: readonly string[]): string;
  /** A part below `parts`, by what stands in columns. */
  partOf(columns: readonly string[], parts: number): string;
  /** A number for each row of a table, each its own. */
  readonly rowNumber: string;
  /** A query whose rows come out with those of a part adjacent. */
  adjacentBy(part: string): string;
  /** A query under a name, worked out wherever it is used. */
  makeView(name: string, query: string): string;
  /** A table made anew from a query, worked out once. */
  makeTable(name: string, query: string): string[];
  /** Lets go of tables that are needed no more. */
  dropTables(names: readonly string[]): string[];
  /** Names of the columns of the lake that are read. */
  readonly lakeColumns: readonly string[];
  /** What of a row of the lake, called `e`, travels into parts; names are not those of other columns. */
  readonly carried: readonly SqlColumn[];
}

/** By what a row of a lake is known where the ledger is at hand: its place there, and the line that it came from. */
const ROW_AT = Object.freeze(['file_row_number', 'row'] as const);

/** SQL of DuckDB, which is asked which rows are in a part: what stands in them is in the ledger. */
export const DUCKDB: SqlDialect = Object.freeze({
  text: sqlText,
  name: (column: string) => `"${column}"`,
  parquet: (paths: readonly string[]) =>
    `read_parquet([${paths.map((path) => sqlText(sqlPath(path))).join(', ')}], file_row_number = true)`,
  partOf: (columns: readonly string[], parts: number) => `CAST(hash(${columns.join(', ')}) % ${parts} AS INTEGER)`,
  rowNumber: 'CAST(row_number() OVER () AS INTEGER)',
  adjacentBy: (part: string) => `ORDER BY ${part}`,
  makeView: (name: string, query: string) => `CREATE OR REPLACE VIEW ${name} AS ${query}`,
  makeTable: (name: string, query: string) => [`CREATE OR REPLACE TABLE ${name} AS ${query}`],
  dropTables: (names: readonly string[]) => names.map((name) => `DROP TABLE ${name}`),
  lakeColumns: [...ROW_COLUMNS.map(({ name }) => name), 'file_row_number'],
  // Whole numbers as DOUBLE arrive as numbers; they are exact there.
  carried: ROW_AT.map((name) => ({ name: `"${name}"`, expression: `CAST(e."${name}" AS DOUBLE)` })),
});
