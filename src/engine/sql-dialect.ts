import { sqlPath, sqlText } from '../export/index.js';

/** Where engines write SQL differently. Whatever text goes into a statement goes through `text`. */
export interface SqlDialect {
  /** A text as it stands in a statement. */
  text(value: string): string;
  /** A relation of the rows of Parquet files. */
  parquet(paths: readonly string[]): string;
  /** A part below `parts`, by what stands in columns. */
  partOf(columns: readonly string[], parts: number): string;
  /** A table made anew from a query. */
  makeTable(name: string, query: string): string;
}

/** SQL of DuckDB. */
export const DUCKDB: SqlDialect = Object.freeze({
  text: sqlText,
  parquet: (paths: readonly string[]) => `read_parquet([${paths.map((path) => sqlText(sqlPath(path))).join(', ')}])`,
  partOf: (columns: readonly string[], parts: number) => `CAST(hash(${columns.join(', ')}) % ${parts} AS INTEGER)`,
  makeTable: (name: string, query: string) => `CREATE OR REPLACE TABLE ${name} AS ${query}`,
});
