/** What a cell of a table holds; null = nothing. */
export type SqlCell = string | number | bigint | null;

/** An engine with the lake and a place for tables of its own: SQL in, rows out. */
export interface SqlSession {
  /** Runs a statement; `$1` and so on stand for the values. */
  run(sql: string, values?: readonly SqlCell[]): Promise<void>;
  /** The columns of a query, as their rows come, in batches: for each column an entry of each row. */
  columns(sql: string, values?: readonly SqlCell[]): AsyncIterable<readonly (readonly unknown[])[]>;
  /** Appends rows to a table whose columns have these types. */
  append(table: string, types: readonly ('text' | 'number')[], rows: Iterable<readonly SqlCell[]>): Promise<void>;
}
