import { ROW_COLUMNS } from '../slices/index.js';
import { type SqlDialect } from './sql-dialect.js';

/** Where a job reads and writes, as its script tells Spark: text that stands within quotes. */
export const SPARK_VARIABLES = Object.freeze({
  lake: '${spark.illicitFlows.lake}',
  out: '${spark.illicitFlows.out}',
  node: '${spark.illicitFlows.node}',
});

/** The folder of a table of the job. */
function workPath(name: string): string {
  return `'${SPARK_VARIABLES.out}/tables/${name}'`;
}

/** A field as the contract has it: what would end it escaped, \N where nothing is given. */
function fieldOf(column: string, type: 'text' | 'number'): string {
  if (type === 'number') return `coalesce(CAST(${column} AS STRING), '\\\\N')`;
  const escapes = [
    ['\\\\', '\\\\\\\\'],
    ['\\t', '\\\\t'],
    ['\\n', '\\\\n'],
    ['\\r', '\\\\r'],
  ];
  const escaped = escapes.reduce((inner, [raw, written]) => `replace(${inner}, '${raw}', '${written}')`, column);
  return `coalesce(${escaped}, '\\\\N')`;
}

/**
 * SQL of Spark 3.5. Tables are Parquet files in a folder of the job's own, so that nothing is written into the catalogue of a
 * cluster, and a row keeps its number when a task is tried again. Paths are names of files in the lake.
 */
export const SPARK: SqlDialect = Object.freeze({
  text: (value: string) =>
    `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('$', '\\u0024').replaceAll('\n', '\\n')}'`,
  name: (column: string) => `\`${column}\``,
  parquet: (names: readonly string[]) =>
    `(${names.map((name) => `SELECT * FROM parquet.\`${SPARK_VARIABLES.lake}/${name}\``).join(' UNION ALL ')})`,
  partOf: (columns: readonly string[], parts: number) => `CAST(pmod(xxhash64(${columns.join(', ')}), ${parts}) AS INT)`,
  rowNumber: 'monotonically_increasing_id()',
  adjacentBy: (part: string) => `DISTRIBUTE BY ${part} SORT BY ${part}`,
  makeView: (name: string, query: string) => `CREATE OR REPLACE TEMPORARY VIEW ${name} AS ${query}`,
  makeTable: (name: string, query: string) => [
    `INSERT OVERWRITE DIRECTORY ${workPath(name)} USING parquet\n${query}`,
    `CREATE OR REPLACE TEMPORARY VIEW ${name} USING parquet OPTIONS (path ${workPath(name)})`,
  ],
  dropTables: () => [],
  lakeColumns: ROW_COLUMNS.map(({ name }) => name),
  carried: [
    {
      name: 'fields',
      expression: `concat_ws('\\t',\n    ${ROW_COLUMNS.map(({ name, type }) => fieldOf(`e.\`${name}\``, type)).join(',\n    ')})`,
    },
  ],
});
