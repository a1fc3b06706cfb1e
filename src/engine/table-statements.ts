import { type CatalogueTable, quotedColumn, quotedTable } from './table-names.js';

/** Rows of a file of the export: what a reader holds in memory at once. [choice] */
const ROWS_OF_FILE = 1_000_000;

/** What the statements rely on, whatever a cluster has by default. */
const SETTINGS = [
  'spark.sql.parser.quotedRegexColumnNames=false',
  // What is named is a table of a catalogue, never a file.
  'spark.sql.runSQLOnFiles=false',
  // One sorted part, cut after this many rows: where files end depends on the rows alone.
  'spark.sql.adaptive.enabled=false',
  'spark.sql.shuffle.partitions=1',
  `spark.sql.files.maxRecordsPerFile=${ROWS_OF_FILE}`,
  'spark.sql.parquet.compression.codec=snappy',
  'spark.sql.parquet.outputTimestampType=TIMESTAMP_MICROS',
  // Days before 1582, such as a 0001-01-01 for none, would fail.
  'spark.sql.parquet.datetimeRebaseModeInWrite=CORRECTED',
];

/** Folders that the statements write, below the one that they are given. */
export const TABLE_FOLDERS = Object.freeze({ rows: 'rows', counts: 'counts' });

/** The rows of a table in the order of its key: these columns, or all. */
export function tableQuery({ name, key, snapshot }: CatalogueTable, columns: readonly string[] | undefined): string {
  const selected = columns === undefined ? '*' : columns.map(quotedColumn).join(', ');
  const version = snapshot === undefined ? '' : ` VERSION AS OF ${snapshot}`;
  return `SELECT ${selected} FROM ${quotedTable(name)}${version} ORDER BY ${key.map(quotedColumn).join(', ')}`;
}

/**
 * A file for spark-sql that writes what a query says into `folder`, and counts there what was written: rows, rows whose key is not
 * whole, and keys of more than one row. So key and rows belong together, whatever becomes of the table meanwhile. `folder` must be a
 * path of which `isSparkPath` holds.
 */
export function tableStatements(query: string, key: readonly string[], folder: string): string {
  const columns = key.map(quotedColumn);
  const rows = `'file://${folder}/${TABLE_FOLDERS.rows}'`;
  const statements = [
    ...SETTINGS.map((setting) => `SET ${setting}`),
    `INSERT OVERWRITE DIRECTORY USING parquet OPTIONS (path ${rows})\n${query}`,
    `CREATE TEMPORARY VIEW exported USING parquet OPTIONS (path ${rows})`,
    `INSERT OVERWRITE DIRECTORY USING json OPTIONS (path 'file://${folder}/${TABLE_FOLDERS.counts}', compression 'none')
SELECT split(version(), ' ')[0] AS spark,
  coalesce(sum(n), 0) AS rows,
  coalesce(sum(CASE WHEN is_missing THEN n ELSE 0 END), 0) AS without_key,
  coalesce(sum(CASE WHEN n > 1 AND NOT is_missing THEN 1 ELSE 0 END), 0) AS keys_twice
FROM (
  SELECT count(*) AS n, (${columns.map((column) => `${column} IS NULL`).join(' OR ')}) AS is_missing
  FROM exported GROUP BY ${columns.join(', ')}
) keys`,
  ];
  const title = 'Writes a table as Parquet in the order of its key, counts what was written, and changes no table.';
  return `-- ${title}\n\n${statements.map((sql) => `${sql};\n`).join('\n')}`;
}
