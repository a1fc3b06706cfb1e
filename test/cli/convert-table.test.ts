import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportingScript, withFakeSpark } from '../support/fake-spark.js';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

const ROWS = 4000;
const COUNTS = { spark: '3.5.7', rows: ROWS, without_key: 0, keys_twice: 0 };
const MAPPING = {
  payer: { account: 'payer account', institution: 'payer_institution', place: 'place_from', country: 'country_from' },
  beneficiary: {
    ...{ account: 'benef`iciary', institution: 'beneficiary_institution' },
    ...{ place: 'place_to', country: 'country_to' },
  },
  time: { column: 'time', formats: ['YYYY-MM-DD'] },
  amount: { column: 'amount', currency: 'currency' },
  channel: { column: 'channel', values: { cash: 'cash', wire: 'wire', card: 'card', p2p: 'p2p', cheque: 'cheque' } },
  id: 'id',
};

let folder = '';
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const parts = (): string[] => [at('first.parquet'), at('second.parquet')];
const codeOf = ({ err }: CommandResult): string => /\[([a-z-]+)\]\n$/u.exec(err)?.[1] ?? err;
const ofTable = ['convert', '--engine', 'spark', '--table', 'bank.transfers', '--key', 'id'];

beforeAll(async () => {
  folder = freshFolder();
  await runCommand('simulate', '--seed', '21', '--transfers', String(ROWS), '--out', at('world'));
  writeFileSync(at('map.json'), JSON.stringify(MAPPING));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`CREATE TABLE transfers AS SELECT id, "time"::TIMESTAMPTZ AS "time", payer_institution,
    payer_account AS "payer account", beneficiary_institution, beneficiary_account AS "benef\`iciary",
    amount::DECIMAL(18, 2) AS amount, currency, channel, place_from, country_from, place_to, country_to
    FROM read_csv('${at('world/transactions.csv')}', all_varchar = true) ORDER BY id`);
  for (const [i, path] of parts().entries()) {
    const rows = `SELECT * FROM transfers ORDER BY id LIMIT 1500 OFFSET ${i * 1500}`;
    await connection.run(`COPY (${i === 0 ? rows : rows.replace('1500', 'ALL')}) TO '${path}' (FORMAT parquet)`);
  }
  connection.closeSync();
}, 60_000);

describe('convert --table', () => {
  it('makes the lake of what Spark wrote, and says of which table it is', { timeout: 60_000 }, async () => {
    const flags = ['--map', at('map.json'), '--out', at('lake'), '--job', at('job'), '--json'];
    const options = ['--master', 'yarn', '--conf', 'a=b c'];
    const made = await withFakeSpark(exportingScript(parts(), COUNTS), () =>
      runCommand(...ofTable, ...flags, '--', ...options),
    );
    expect([made.exitCode, made.err]).toEqual([0, '']);
    expect(readdirSync(at('lake')).sort()).toEqual(['export', 'lake.json', 'quarantine.csv', 'transfers.parquet']);
    expect(readdirSync(at('lake/export')).sort()).toEqual(['part-00000.parquet', 'part-00001.parquet']);
    expect(read('lake/export/part-00001.parquet')).toBe(read('second.parquet'));
    const { table, inputs, totals } = JSON.parse(read('lake/lake.json')) as Record<string, unknown>;
    expect(table).toEqual({
      ...{ name: 'bank.transfers', key: ['id'], spark: '3.5.7', rows: ROWS, folder: 'export' },
      query: expect.stringMatching(
        /^SELECT `id`, `payer account`, .* FROM `bank`\.`transfers` ORDER BY `id`$/u,
      ) as string,
    });
    expect(inputs).toMatchObject([{ name: 'part-00000.parquet', read: 1500 }, { name: 'part-00001.parquet' }]);
    expect(totals).toMatchObject({ read: ROWS, accepted: ROWS });
    expect(read('lake/lake.json')).not.toContain(folder);
    expect(JSON.parse(made.out)).toMatchObject({ exitCode: 0, manifest: { table: { rows: ROWS } } });
    expect(readdirSync(at('job')).sort()).toEqual(['spark.log', 'table.sql']);
    expect(read('job/spark.log')).toContain(`called --name illicit-flows --master yarn --conf a=b c -f ${at('job')}`);
    expect(read('job/table.sql')).toContain((table as { readonly query: string }).query);
  });

  it('leads to the case of the same transfers in a file', { timeout: 60_000 }, async () => {
    const investigate = (out: string, ...flags: string[]): Promise<CommandResult> =>
      runCommand('investigate', '--out', at(out), '--no-report', ...flags);
    await investigate('of-table', at('lake/transfers.parquet'), '--map', 'lake');
    writeFileSync(at('csv.json'), read('map.json').replace(/payer account|benef`iciary/gu, toCsvColumn));
    await investigate('of-file', at('world/transactions.csv'), '--map', at('csv.json'));
    for (const name of ['leads.csv', 'accounts.csv', 'findings.csv', 'findings-outside-leads.csv']) {
      expect(read(`of-table/${name}`)).toBe(read(`of-file/${name}`));
    }
    expect(read('of-table/findings-outside-leads.csv').split('\n').length).toBeGreaterThan(5);
  });

  const toCsvColumn = (name: string): string => (name === 'payer account' ? 'payer_account' : 'beneficiary_account');

  it('reads all columns with a preset, and says in words what it did', { timeout: 60_000 }, async () => {
    mkdirSync(at('presets'));
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (SELECT * FROM read_csv('${at('world/transactions.csv')}', all_varchar = true) LIMIT 9)
      TO '${at('presets/plain.parquet')}' (FORMAT parquet)`);
    connection.closeSync();
    const script = exportingScript([at('presets/plain.parquet')], { ...COUNTS, rows: 9 });
    const { out, exitCode } = await withFakeSpark(script, () =>
      runCommand(...ofTable, '--snapshot', '7', '--map', 'illicit-flows', '--out', at('preset')),
    );
    expect([exitCode, out]).toEqual([0, expect.stringContaining('bank.transfers in the order of id') as string]);
    const { table } = JSON.parse(read('preset/lake.json')) as Record<string, unknown>;
    const query = 'SELECT * FROM `bank`.`transfers` VERSION AS OF 7 ORDER BY `id`';
    expect(table).toMatchObject({ query, snapshot: '7', rows: 9 });
  });

  it('keeps the query back where the mapping may tell somebody', { timeout: 60_000 }, async () => {
    const [, , , account = ''] = read('world/transactions.csv').split('\n')[1]!.split(',');
    writeFileSync(at('telling.json'), JSON.stringify({ ...MAPPING, notes: [`without ${account}`] }));
    await withFakeSpark(exportingScript(parts(), COUNTS), () =>
      runCommand(...ofTable, '--map', at('telling.json'), '--out', at('telling')),
    );
    const { table, options } = JSON.parse(read('telling/lake.json')) as Record<string, unknown>;
    expect(options).toMatchObject({ mapping: 'given' });
    expect(table).toEqual({ name: 'bank.transfers', key: ['id'], spark: '3.5.7', rows: ROWS, folder: 'export' });
  });
});

describe('convert --table that fails', () => {
  /** The code of what is wrong; nothing of a lake is left. */
  async function refusalOf(script: string | undefined, ...flags: string[]): Promise<string> {
    const place = freshFolder();
    const run = (): Promise<CommandResult> =>
      runCommand(...ofTable, '--map', at('map.json'), '--out', join(place, 'lake'), ...flags);
    const result = await (script === undefined ? run() : withFakeSpark(script, run));
    expect([result.exitCode, result.out, readdirSync(place)]).toEqual([1, '', []]);
    expect(result.err).not.toContain('SECRET');
    return codeOf(result);
  }

  it.each<[string, string]>([
    ['table-unwritten', 'exit 0'],
    ['table-unknown', 'echo "[TABLE_OR_VIEW_NOT_FOUND] The table SECRET"; exit 1'],
    ['table-column', 'echo "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column SECRET"; exit 1'],
    ['table-snapshot', 'echo "[UNSUPPORTED_FEATURE.TIME_TRAVEL] The feature SECRET"; exit 1'],
    ['table-snapshot', 'echo "Cannot find snapshot with ID SECRET"; exit 1'],
    ['table-snapshot', 'echo "Cannot time travel Delta table to version SECRET"; exit 1'],
    ['spark-failed', 'echo "row [SECRET] [TABLE_OR_VIEW_NOT_FOUND]" >&2; exit 1'],
    ['spark-failed', 'kill -9 $$'],
  ])('says %s where spark-sql does so: %s', async (code, script) => {
    expect(await refusalOf(script)).toBe(code);
  });

  it.each<[string, unknown]>([
    ['table-key-twice', { ...COUNTS, keys_twice: 1 }],
    ['table-key-missing', { ...COUNTS, without_key: 2, keys_twice: 1 }],
    ['table-rows', { ...COUNTS, rows: ROWS + 1 }],
    ['table-unwritten', { ...COUNTS, rows: '4000' }],
    ['table-unwritten', null],
  ])('says %s by what was counted: %j', async (code, counts) => {
    expect(await refusalOf(exportingScript(parts(), counts))).toBe(code);
  });

  it('says what is wrong with what was written, and with the mapping', async () => {
    writeFileSync(at('spoilt.parquet'), readFileSync(parts()[0]!).subarray(0, 1000));
    expect(await refusalOf(exportingScript([at('spoilt.parquet')], COUNTS))).toBe('parquet-unreadable');
    expect(await refusalOf(exportingScript([], COUNTS))).toBe('table-unwritten');
    writeFileSync(at('other.json'), JSON.stringify({ ...MAPPING, id: 'number' }));
    expect(await refusalOf(exportingScript(parts(), COUNTS), '--map', at('other.json'))).toBe('column-missing');
    expect(await refusalOf('exit 0', '--map', at('nothing.json'))).toBe('mapping-unknown');
  });

  it('keeps the words of Spark where it is told to, and asks for a free folder', async () => {
    const job = join(freshFolder(), 'job');
    const words = 'echo "row [SECRET]"; exit 1';
    expect(await refusalOf(words, '--job', job)).toBe('spark-failed');
    expect(readFileSync(join(job, 'spark.log'), 'utf8')).toBe('row [SECRET]\n');
    expect(await refusalOf(words, '--job', job)).toBe('output-in-use');
  });

  it('asks for a table, its key and an engine, and for no files', async () => {
    expect(await refusalOf('exit 0', at('world/transactions.csv'))).toBe('table-flags');
    expect(await refusalOf('exit 0', '--table', 'a;b')).toBe('table-name');
    expect(await refusalOf('exit 0', '--key', "a'b")).toBe('table-key');
    expect(await refusalOf('exit 0', '--snapshot', 'main')).toBe('table-snapshot');
    expect(await refusalOf('exit 0', '--out', join(freshFolder(), "it's"))).toBe('spark-path');
    const rest = ['--map', at('map.json'), '--out', at('no')];
    const refused = async (...flags: string[]): Promise<string> =>
      codeOf(await runCommand('convert', ...flags, ...rest));
    expect(await refused('--table', 'a', '--key', 'b')).toBe('table-flags');
    expect(await refused('--engine', 'spark', '--table', 'a')).toBe('table-flags');
    expect(await refused('--engine', 'spark')).toBe('table-flags');
    expect(await refused('--snapshot', '3')).toBe('table-flags');
    expect(await refused('--job', at('j'), at('world/transactions.csv'))).toBe('table-flags');
    expect(await refused()).toBe('no-files');
    expect([existsSync(at('no')), existsSync(at('j'))]).toEqual([false, false]);
  });
});

it.each(['plan', 'investigate'])('%s sends whoever names a table to convert', async (command) => {
  const result = await runCommand(command, '--table', 'bank.transfers', '--map', 'lake', '--out', at('no'));
  expect([result.exitCode, codeOf(result)]).toEqual([1, 'table-lake']);
  expect(result.err).toContain('convert --engine spark --table');
});
