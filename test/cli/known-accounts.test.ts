import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AccountAnswer, type TraceManifest } from '../../src/investigation/index.js';
import { type Truth } from '../../src/simulation/index.js';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

const FOLDER = freshFolder();
const DATA = join(import.meta.dirname, '../../examples/data/transactions.csv');
const truth = JSON.parse(readFileSync(join(DATA, '../truth.json'), 'utf8')) as Truth;
const CASE = join(FOLDER, 'case');

/** Cells that the tables of cases and of traces have in common. */
type Row = Readonly<Record<'institution' | 'account' | 'protection', string>>;

function table(...path: readonly string[]): Row[] {
  return Papa.parse<Row>(readFileSync(join(...path), 'utf8'), { header: true, skipEmptyLines: true }).data;
}

async function trace(name: string, ...flags: readonly string[]): Promise<CommandResult & { readonly rows: Row[] }> {
  const folder = join(FOLDER, name);
  const result = await runCommand('trace', DATA, '--map', 'illicit-flows', '--out', folder, ...flags);
  return { ...result, rows: result.exitCode === 0 ? table(folder, 'destinations.csv') : [] };
}

const named = (rows: readonly Row[]): string[] =>
  rows.filter(({ protection }) => protection === 'named').map(({ account }) => account);

let operators: readonly string[];

beforeAll(async () => {
  await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', CASE);
  operators = table(CASE, 'accounts.csv').map(({ account }) => account);
});

describe('trace --case', () => {
  it('names every operator that it reaches, nobody else, and says so', async () => {
    expect(operators.length).toBeGreaterThan(2);
    const payers = truth.payers.map(({ account }) => account);
    for (const [i, operator] of operators.entries()) {
      const { exitCode, err, out, rows } = await trace(`from-${i}`, '--from', operator, '--case', CASE);
      expect([exitCode, err]).toEqual([0, '']);
      for (const account of named(rows)) expect(operators).toContain(account);
      expect(out).toContain('which are operators of the case');
      const text = ['destinations.csv', 'steps.csv', 'trace.json', 'manifest.json'].map((name) =>
        readFileSync(join(FOLDER, `from-${i}`, name), 'utf8'),
      );
      for (const payer of payers) expect(text.join('')).not.toContain(payer);
    }
    const reached = await trace('all', '--from', operators[0]!, '--case', CASE, '--rules', 'poison');
    expect(named(reached.rows).length).toBeGreaterThan(0);
    const manifest = JSON.parse(readFileSync(join(FOLDER, 'all', 'manifest.json'), 'utf8')) as TraceManifest;
    expect(manifest.options.case).toEqual({ leads: 1, operators: operators.length });
  });

  it('names operators on paths that are asked within it', async () => {
    const [from, to] = operators as [string, string];
    const flags = ['--map', 'illicit-flows', '--from', to, '--to', from, '--case', CASE, '--json'];
    const { out } = await runCommand('paths', DATA, ...flags);
    const { ends } = JSON.parse(out) as { ends: Record<'from' | 'to', { account: string; protection: string }> };
    expect([ends.from.protection, ends.to.protection]).toEqual(['named', 'named']);
  });

  it('names operators that use an account, and no payer of them', async () => {
    const payers = truth.payers.map(({ account }) => account);
    for (const asked of operators) {
      const flags = [DATA, '--map', 'illicit-flows', '--account', asked, '--case', CASE];
      const { out, err, exitCode } = await runCommand('account', ...flags, '--json');
      expect([exitCode, err]).toEqual([0, '']);
      const { named: own, operators: users } = JSON.parse(out) as AccountAnswer;
      expect(own!.map(({ account }) => account)).toContain(asked);
      for (const { accounts } of users) for (const { account } of accounts) expect(operators).toContain(account);
      const words = (await runCommand('account', ...flags)).out;
      expect(words).toContain('users are not named');
      for (const payer of payers) expect(out + words).not.toContain(payer);
    }
  });

  it('refuses a case of other data, and a folder that is no case', async () => {
    const other = join(FOLDER, 'other.csv');
    writeFileSync(other, readFileSync(DATA, 'utf8').split('\n').slice(0, 500).join('\n'));
    const flags = ['--map', 'illicit-flows', '--out', join(FOLDER, 'none'), '--rows', 'other.csv:2', '--case'];
    const otherData = await runCommand('trace', other, ...flags, CASE);
    expect([otherData.exitCode, otherData.err]).toEqual([1, expect.stringContaining('case-other-data')]);
    const noCase = await runCommand('trace', other, ...flags, FOLDER);
    expect([noCase.exitCode, noCase.err]).toEqual([1, expect.stringContaining('case-unreadable')]);
  });

  it('knows operators whose names accounts.csv writes otherwise: marks that nobody sees, and an apostrophe before a formula', async () => {
    const [marked, quoted] = operators as [string, string];
    const data = join(FOLDER, 'odd-names.csv');
    const text = readFileSync(DATA, 'utf8').replaceAll(marked, `\u200f${marked}`).replaceAll(quoted, `'=${quoted}`);
    writeFileSync(data, text);
    const folder = join(FOLDER, 'odd-names');
    expect(await runCommand('investigate', data, '--map', 'illicit-flows', '--out', folder)).toMatchObject({ err: '' });
    const flags = ['--map', 'illicit-flows', '--account', `\u200f${marked}`, '--case', folder, '--json'];
    const { exitCode, out, err } = await runCommand('account', data, ...flags);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toContain(marked);
  });

  it('names nobody whom a guard list vouches for', async () => {
    const [row] = table(CASE, 'accounts.csv').filter(({ account }) => account === operators[1]);
    const list = join(FOLDER, 'guard.csv');
    writeFileSync(list, `institution,account,kind\n${row!.institution},${row!.account},registered-body\n`);
    const guarded = await trace('guarded', '--from', operators[0]!, '--case', CASE, '--guard-list', list);
    expect(named(guarded.rows)).not.toContain(operators[1]);
    const manifest = JSON.parse(readFileSync(join(FOLDER, 'guarded', 'manifest.json'), 'utf8')) as TraceManifest;
    expect(manifest.options.guardLists).toMatchObject([{ name: 'guard.csv', matched: 1 }]);
  });
});

describe('cycles --case', () => {
  it('names exactly the operators on cycles, no payer in any byte, and nobody whom a guard list vouches for', async () => {
    const cycles = async (name: string, ...flags: readonly string[]): Promise<string> => {
      const folder = join(FOLDER, name);
      const args = ['--map', 'illicit-flows', '--window', '20d', '--max-length', '4', '--out', folder, ...flags];
      const { exitCode, out, err } = await runCommand('cycles', DATA, ...args);
      expect([exitCode, err]).toEqual([0, '']);
      const files = ['cycles.csv', 'cycle-steps.csv', 'manifest.json'];
      return [out, ...files.map((file) => readFileSync(join(folder, file), 'utf8'))].join('\n');
    };
    const everybody = new Set(
      Papa.parse<Record<string, string>>(readFileSync(DATA, 'utf8'), { header: true }).data.flatMap((row) => [
        row['payer_account'] ?? '',
        row['beneficiary_account'] ?? '',
      ]),
    );
    everybody.delete('');
    const namedIn = (text: string): string[] => [...everybody].filter((account) => text.includes(account));
    const within = await cycles('cycles-case', '--case', CASE);
    for (const account of namedIn(within)) expect(operators).toContain(account);
    const without = await cycles('cycles-plain');
    for (const { account } of truth.payers) expect(within + without).not.toContain(account);
    const guards = table(CASE, 'accounts.csv').map(
      ({ institution, account }) => `${institution},${account},registered-body`,
    );
    const list = join(FOLDER, 'all-guarded.csv');
    writeFileSync(list, `${['institution,account,kind', ...guards].join('\n')}\n`);
    expect(namedIn(await cycles('cycles-guarded', '--case', CASE, '--guard-list', list))).toEqual([]);
  });
});
