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
  /** What of a row of the lake, called `e`, travels into parts; names are not those of other columns. */
  readonly carried: readonly SqlColumn[];
}

/** SQL of DuckDB. */
export const DUCKDB: SqlDialect = Object.freeze({
  text: sqlText,
  name: (column: string) => `"${column}"`,
  parquet: (paths: readonly string[]) => `read_parquet([${paths.map((path) => sqlText(sqlPath(path))).join(', ')}])`,
  partOf: (columns: readonly string[], parts: number) => `CAST(hash(${columns.join(', ')}) % ${parts} AS INTEGER)`,
  rowNumber: 'CAST(row_number() OVER () AS INTEGER)',
  adjacentBy: (part: string) => `ORDER BY ${part}`,
  makeView: (name: string, query: string) => `CREATE OR REPLACE VIEW ${name} AS ${query}`,
  makeTable: (name: string, query: string) => [`CREATE OR REPLACE TABLE ${name} AS ${query}`],
  dropTables: (names: readonly string[]) => names.map((name) => `DROP TABLE ${name}`),
  // Whole numbers as DOUBLE arrive as numbers; they are exact there.
  carried: ROW_COLUMNS.map(({ name, type }) => ({
    name: `"${name}"`,
    expression: type === 'text' ? `e."${name}"` : `CAST(e."${name}" AS DOUBLE)`,
  })),
});
