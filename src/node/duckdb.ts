import type * as duckDbModule from '@duckdb/node-api';
import { IllicitFlowsError, InputError, UsageError } from '../foundation/index.js';
import { loadOptional } from './optional-packages.js';

/** What a cell of a table holds; null = nothing. */
export type SqlValue = string | number | bigint | null;

/** A database, as far as it is needed here: SQL in, rows out. */
export interface Database {
  /** Runs a statement; `$1` and so on stand for the values. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  /** Columns of a query, as their rows come, in batches: for each an entry of each row; whole numbers are bigints. */
  columns(sql: string, values?: readonly SqlValue[]): AsyncGenerator<readonly (readonly unknown[])[]>;
  /** The same for columns of type DOUBLE and BLOB, without an object for each entry. A batch lasts until the next one. */
  chunks(sql: string): AsyncGenerator<SqlChunk>;
  /** Appends rows to a table whose columns have these types. */
  append(table: string, types: readonly ('text' | 'number')[], rows: Iterable<readonly SqlValue[]>): Promise<void>;
}

/** Rows of a query, at most {@link CHUNK_ROWS} of them. Columns count from 0. */
export interface SqlChunk {
  readonly rowCount: number;
  /** Copies a column of type DOUBLE that has no NULL. */
  numbersInto(column: number, numbers: Float64Array): void;
  /** The bytes of each row of a column of type BLOB; not to be kept or written to. Null where there are none. */
  bytes(column: number): (row: number) => Uint8Array | null;
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
type DataChunk = duckDbModule.DuckDBDataChunk;

/** Rows that come from the database, or go to it, at once: no more fit into one of its chunks. */
export const CHUNK_ROWS = 2048;

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
  duckDb: DuckDb,
  instance: Awaited<ReturnType<DuckDb['DuckDBInstance']['create']>>,
): Promise<Database> {
  const { BIGINT, DuckDBDataChunk, VARCHAR } = duckDb;
  const connection = await instance.connect();
  async function* chunksOf(sql: string, values: readonly SqlValue[] = []): AsyncGenerator<DataChunk> {
    await connection.run('BEGIN TRANSACTION READ ONLY');
    try {
      const result = await connection.stream(sql, [...values]);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) break;
        yield chunk;
      }
      await requireWhole(connection);
    } finally {
      await connection.run('ROLLBACK');
    }
  }
  return {
    async run(sql, values = []) {
      await connection.run(sql, [...values]);
    },
    async *columns(sql, values) {
      for await (const chunk of chunksOf(sql, values)) yield chunk.getColumns();
    },
    async *chunks(sql) {
      for await (const chunk of chunksOf(sql)) yield plainChunk(duckDb, chunk);
    },
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
        if (columns[0]!.length === CHUNK_ROWS) flush();
      }
      flush();
      appender.closeSync();
    },
  };
}

/**
 * Where a query fails after its first rows, DuckDB's answer just ends; but nothing more can be asked in its transaction.
 *
 * @throws InputError `engine-failed`
 */
async function requireWhole(connection: duckDbModule.DuckDBConnection): Promise<void> {
  try {
    await connection.run('SELECT 1');
  } catch (cause) {
    throw new InputError(
      'engine-failed',
      'Expected all of an answer but DuckDB stopped on its way, without saying why: more --memory may help',
      { cause },
    );
  }
}

function plainChunk({ DuckDBBlobVector }: DuckDb, chunk: DataChunk): SqlChunk {
  const { rowCount } = chunk;
  return {
    rowCount,
    numbersInto(column, numbers) {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < rowCount; row++) numbers[row] = vector.getItem(row) as number;
    },
    bytes(column) {
      const vector = chunk.getColumnVector(column);
      if (!(vector instanceof DuckDBBlobVector)) throw new UsageError('sql-type', 'Expected a column of bytes');
      return (row) => vector.getItemBytes(row);
    },
  };
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
