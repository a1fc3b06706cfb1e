import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, UsageError } from '../foundation/index.js';
import { type Mapping, type PresetName } from '../ingest/index.js';
import { runSparkProcess } from './spark-process.js';
import { isSparkPath } from './spark-script.js';
import { tableColumns } from './table-columns.js';
import { type CatalogueTable } from './table-names.js';
import { TABLE_FOLDERS, tableQuery, tableStatements } from './table-statements.js';

/** How a table is written as files. */
export interface ExportTableOptions {
  /** What will read the files: says which columns are wanted. */
  readonly mapping: PresetName | Mapping;
  /** Folder for what Spark writes, as an absolute path, which all nodes see by it. */
  readonly out: string;
  /** Folder that keeps the statements and what Spark said. Default: they are in `out`, which nobody keeps. */
  readonly job?: string;
  /** Options of spark-sql, such as `--master`. */
  readonly sparkOptions: readonly string[];
}

/** What was written of a table. */
export interface TableExport {
  /** Folder with the parts as Spark names them. */
  readonly folder: string;
  readonly query: string;
  /** Version of Spark. */
  readonly spark: string;
  readonly rows: number;
}

/**
 * Has Spark write a table as Parquet in the order of its key, which must tell all rows apart: only then is there one order. The
 * catalogue is what `spark-sql` finds where this process runs.
 *
 * @throws InputError `table-unknown`, `table-column`, `table-snapshot`, `table-key-missing` and `table-key-twice` for rows without a key or with one key,
 *   `table-unwritten` if nothing came of it, `spark-failed`; UsageError `spark-path` for a path that cannot be said to Spark
 */
export async function exportTable(
  table: CatalogueTable,
  { mapping, out, job, sparkOptions }: ExportTableOptions,
): Promise<TableExport> {
  if (!isSparkPath(out)) {
    throw new UsageError('spark-path', 'Expected a path of the lake without quotes, brackets, *, ?, $ and ;');
  }
  const query = tableQuery(table, tableColumns(mapping, table.key));
  const folder = job ?? out;
  const file = join(folder, 'table.sql');
  await writeFile(file, tableStatements(query, table.key, out), { flag: 'wx' });
  const logPath = join(folder, 'spark.log');
  await runSparkProcess({
    command: join(process.env['SPARK_HOME'] ?? '', 'bin', 'spark-sql'),
    args: ['--name', 'illicit-flows', ...sparkOptions, '-f', file],
    ...{ logPath, explain, seeAlso: job === undefined ? 'and --job DIR keeps what it says' : `see ${logPath}` },
  });
  const { spark, ...counts } = await readCounts(join(out, TABLE_FOLDERS.counts));
  requireKey(table, counts);
  return { folder: join(out, TABLE_FOLDERS.rows), query, spark, rows: counts.rows };
}

/** What Spark and formats of tables say where they do not know what the user named, and what is said of it. */
const UNKNOWN: readonly (readonly [said: RegExp, code: string, expected: string])[] = [
  [/^\[TABLE_OR_VIEW_NOT_FOUND\]/mu, 'table-unknown', 'a table of the catalogue that spark-sql opens here'],
  [/^\[UNRESOLVED_COLUMN\b/mu, 'table-column', 'each column of --map and --key to be one of the table'],
  [
    /^\[UNSUPPORTED_FEATURE\.TIME_TRAVEL\]|^Cannot (?:find snapshot with ID|time travel Delta table to version) /mu,
    'table-snapshot',
    'a table that keeps its versions, and --snapshot to be one of them',
  ],
];

function explain(log: string): InputError | undefined {
  const [, code, expected] = UNKNOWN.find(([said]) => said.test(log)) ?? [];
  return code === undefined ? undefined : new InputError(code, `Expected ${expected}`);
}

interface Counts {
  readonly spark: string;
  readonly rows: number;
  readonly without_key: number;
  readonly keys_twice: number;
}

async function readCounts(folder: string): Promise<Counts> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names.filter((name) => name.startsWith('part-')).map((name) => readFile(join(folder, name), 'utf8')),
  );
  try {
    const counts = JSON.parse(texts.join('')) as Partial<Counts> | null;
    const { spark, rows, without_key, keys_twice } = counts ?? {};
    if (typeof spark === 'string' && [rows, without_key, keys_twice].every(Number.isSafeInteger)) {
      return counts as Counts;
    }
  } catch {
    // Nothing was written, or not by our statements.
  }
  const message = 'Expected what Spark wrote of the table but it is not here: all nodes must see the folder of --out';
  throw new InputError('table-unwritten', message);
}

function requireKey({ key }: CatalogueTable, counts: Omit<Counts, 'spark'>): void {
  const named = `--key ${key.join(',')}`;
  if (counts.without_key > 0) {
    const message = `Expected ${named} to be given in each row but rows lack it: ${counts.without_key} of ${counts.rows}`;
    throw new InputError('table-key-missing', message);
  }
  if (counts.keys_twice === 0) return;
  const message = `Expected ${named} to tell rows apart but keys stand in more than one row: ${counts.keys_twice}`;
  throw new InputError('table-key-twice', message);
}
