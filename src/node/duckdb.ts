import type * as duckDbModule from '@duckdb/node-api';
import { IllicitFlowsError, InputError } from '../foundation/index.js';
import { loadOptional } from './optional-packages.js';

/** What a cell of a table holds; null = nothing. */
export type SqlValue = string | number | bigint | null;

/** A database, as far as it is needed here: SQL in, rows out. */
export interface Database {
  /** Runs a statement; `$1` and so on stand for the values. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  /** Rows of a query, as they come, in batches; whole numbers are bigints. */
  rows(sql: string, values?: readonly SqlValue[]): AsyncGenerator<readonly (readonly unknown[])[]>;
  /** The same by column: for each an entry of each row of a batch. */
  columns(sql: string, values?: readonly SqlValue[]): AsyncGenerator<readonly (readonly unknown[])[]>;
  /** Appends rows to a table whose columns have these types. */
  append(table: string, types: readonly ('text' | 'number')[], rows: Iterable<readonly SqlValue[]>): Promise<void>;
}

/** Where a database lies and what it may use. */
export interface DatabaseOptions {
  /** A new file. Default: in memory. */
  readonly path?: string;
  /** Bytes that the database holds in memory at most; what is more goes to `spill`. */
  readonly memoryBytes: number;
  /** A folder of one's own for what does not fit. Default: nothing may need more than the memory. */
  readonly spill?: string;
}

type DuckDb = typeof duckDbModule;

/** Rows that go to the database at once: no more fit into one of its chunks. */
const CHUNK = 2048;

/**
 * Opens a new database of DuckDB, which is not installed with this package, for as long as `use` takes. It loads no extension and
 * reaches no network. `purpose` says in words what for.
 *
 * @throws InputError `package-missing`, `engine-memory` where the memory or the disk does not suffice, `engine-failed` for
 *   what else the database cannot do: the kind of failure, without its words, which may repeat what stands in the data
 */
export async function withDatabase<T>(
  purpose: string,
  { path = ':memory:', memoryBytes, spill = '' }: DatabaseOptions,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const duckDb = await loadOptional(() => import('@duckdb/node-api'), '@duckdb/node-api', purpose);
  try {
    const instance = await duckDb.DuckDBInstance.create(path, {
      memory_limit: `${memoryBytes}B`,
      temp_directory: spill,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      return await use(await connect(duckDb, instance));
    } finally {
      instance.closeSync();
    }
  } catch (error) {
    throw asInputError(error);
  }
}

async function connect(
  { BIGINT, DuckDBDataChunk, VARCHAR }: DuckDb,
  instance: Awaited<ReturnType<DuckDb['DuckDBInstance']['create']>>,
): Promise<Database> {
  const connection = await instance.connect();
  const columnsOf: Database['columns'] = async function* (sql, values = []) {
    const result = await connection.stream(sql, [...values]);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getColumns();
    }
  };
  return {
    async run(sql, values = []) {
      await connection.run(sql, [...values]);
    },
    async *rows(sql, values) {
      for await (const columns of columnsOf(sql, values)) yield rowsOfColumns(columns);
    },
    columns: columnsOf,
    async append(table, types, rows) {
      const appender = await connection.createAppender(table);
      const columnTypes = types.map((type) => (type === 'text' ? VARCHAR : BIGINT));
      let columns: SqlValue[][] = types.map(() => []);
      const flush = (): void => {
        const count = columns[0]!.length;
        if (count === 0) return;
        const chunk = DuckDBDataChunk.create(columnTypes, count);
        chunk.setColumns(columns);
        appender.appendDataChunk(chunk);
        columns = types.map(() => []);
      };
      for (const row of rows) {
        row.forEach((value, i) => columns[i]!.push(typeof value === 'number' ? BigInt(value) : value));
        if (columns[0]!.length === CHUNK) flush();
      }
      flush();
      appender.closeSync();
    },
  };
}

/** DuckDB hands out columns much sooner than rows. */
function rowsOfColumns(columns: readonly (readonly unknown[])[]): unknown[][] {
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => columns.map((column) => column[row]));
}

function asInputError(error: unknown): unknown {
  if (error instanceof IllicitFlowsError || !(error instanceof Error)) return error;
  const [, kind] = /^([A-Z][A-Za-z ]{1,40}) Error: /u.exec(error.message) ?? [];
  if (kind === undefined) return error;
  if (kind === 'Out of Memory' || kind === 'IO') {
    const message = `Expected enough memory and room on the disk but DuckDB answered: ${kind} Error`;
    return new InputError('engine-memory', message, { cause: error });
  }
  return new InputError('engine-failed', `Expected DuckDB to go on but it answered: ${kind} Error`, { cause: error });
}
