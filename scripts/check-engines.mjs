// Holds an engine to one machine: the same lake, the same case folder, byte for byte. `node scripts/check-engines.mjs duckdb 200000`
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [engine, transfers] = process.argv.slice(2);
const cli = join(resolve(import.meta.dirname, '..'), 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'illicit-flows-engines-'));
const at = (name) => join(folder, name);
// In the folder, as Spark leaves files of its catalogue where it is started.
const run = (...args) =>
  execFileSync(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'], cwd: folder });
const say = (text) => process.stdout.write(`${text}\n`);

/** Spark is tuned for a job of seconds: two reducers, no generated code, a catalogue in memory. It changes no result. */
const SPARK_OPTIONS = [
  ...['--master', 'local-cluster[2,1,1024]'],
  ...[
    'spark.ui.enabled=false',
    'spark.hadoop.javax.jdo.option.ConnectionURL=jdbc:derby:memory:flows;create=true',
    'spark.sql.shuffle.partitions=2',
    'spark.sql.codegen.wholeStage=false',
    'spark.sql.codegen.factoryMode=NO_CODEGEN',
    'spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1',
    'spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1',
  ].flatMap((setting) => ['--conf', setting]),
];

const ENGINES = {
  duckdb: { flags: ['--memory', '256M'], last: [], lack: () => undefined },
  spark: { flags: ['--job', at('job'), '--parts', '3'], last: ['--', ...SPARK_OPTIONS], lack: lackOfSpark },
};

/** What is missing for Spark; undefined if nothing. */
function lackOfSpark() {
  try {
    accessSync(join(process.env.SPARK_HOME ?? '', 'bin/spark-sql'), constants.X_OK);
  } catch {
    return 'there is no Spark at SPARK_HOME, and pyspark could not be had';
  }
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch {
    return 'Java is missing';
  }
  return undefined;
}

/** Files of a case but for those that say when it was made and by what, with their content. */
function contentOf(out) {
  const names = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'audit.jsonl')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(names.map((name) => [name.slice(out.length + 1), contentOfFile(name)]));
}

function contentOfFile(name) {
  const content = readFileSync(name, 'utf8');
  if (!name.endsWith('manifest.json')) return content;
  const manifest = JSON.parse(content);
  delete manifest.options.engine;
  return JSON.stringify(manifest);
}

/** Makes a table of the world in a catalogue, in types of SQL and no order, for the session that reads it. */
function tableOptions() {
  const types = { time: 'CAST(time AS TIMESTAMP) AS time', amount: 'CAST(amount AS DECIMAL(20, 2)) AS amount' };
  const columns = readFileSync(at('world/transactions.csv'), 'utf8').split('\n', 1)[0].split(',');
  const statements = [
    `CREATE TEMPORARY VIEW world USING csv OPTIONS (path '${at('world/transactions.csv')}', header 'true')`,
    'CREATE DATABASE bank',
    `CREATE TABLE bank.transfers USING parquet AS
SELECT 'x' AS \`a \`\`name\`, ${columns.map((column) => types[column] ?? column).join(', ')} FROM world ORDER BY rand(1)`,
  ];
  writeFileSync(at('make.sql'), statements.map((statement) => `${statement};\n`).join(''));
  return [...SPARK_OPTIONS, '--conf', `spark.sql.warehouse.dir=${at('warehouse')}`, '-i', at('make.sql')];
}

/** Holds a table of a catalogue to the file of its rows: what a case says of leads, accounts and findings is the same. */
function checkTable(investigate) {
  const table = ['--engine', 'spark', '--table', 'bank.transfers', '--key', 'id', '--map', 'illicit-flows'];
  run('convert', ...table, '--out', at('lake-of-table'), '--', ...tableOptions());
  investigate('table', at('lake-of-table/transfers.parquet'));
  for (const name of ['leads.csv', 'accounts.csv', 'findings.csv', 'findings-outside-leads.csv']) {
    if (readFileSync(at(`table/${name}`), 'utf8') === readFileSync(at(`memory/${name}`), 'utf8')) continue;
    throw new Error(`a table of ${engine} makes another ${name}`);
  }
  say(`${engine}, a table of ${transfers} transfers: its case has the leads, accounts and findings of their file`);
}

try {
  const { flags, last, lack } = ENGINES[engine];
  const missing = lack();
  if (missing !== undefined) {
    say(`skipped: ${missing}`);
  } else {
    run('simulate', '--seed', '21', '--transfers', transfers, '--out', at('world'));
    run('convert', at('world/transactions.csv'), '--map', 'illicit-flows', '--out', at('lake'));
    const investigate = (out, lake, ...more) =>
      run('investigate', lake, '--map', 'lake', '--no-report', '--out', at(out), ...more);
    investigate('memory', at('lake/transfers.parquet'));
    investigate('engine', at('lake/transfers.parquet'), '--engine', engine, ...flags, ...last);
    const [memory, made] = [contentOf(at('memory')), contentOf(at('engine'))];
    const differing = [...new Set([...memory.keys(), ...made.keys()])].filter(
      (name) => memory.get(name) !== made.get(name),
    );
    if (differing.length > 0) throw new Error(`${engine} makes another case: ${differing.join(', ')}`);
    say(`${engine}, ${transfers} transfers: ${made.size} files of the case are those of one machine`);
    if (engine === 'spark') checkTable(investigate);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
