import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { FEATURE_DICTIONARY } from '../../src/export/index.js';
import { type FeatureManifest, investigate, measureFeatures } from '../../src/investigation/index.js';
import { readTransactions } from '../../src/node/index.js';
import { type Truth } from '../../src/simulation/index.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/data');
const TRANSACTIONS = join(EXAMPLE, 'transactions.csv');
const truth = JSON.parse(readFileSync(join(EXAMPLE, 'truth.json'), 'utf8')) as Truth;

type Line = Readonly<Record<string, string>>;

function linesOf(path: string): Line[] {
  return Papa.parse<Line>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** Runs the command on the example and gives its folder; fails unless it is done. */
async function features(...args: string[]): Promise<string> {
  const folder = freshFolder();
  const out = join(folder, 'features.csv');
  const result = await runCommand('features', TRANSACTIONS, '--map', 'illicit-flows', '--out', out, ...args);
  expect(result).toMatchObject({ exitCode: 0, err: '' });
  return folder;
}

function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Every cell of every table, and every text of every manifest. */
function textsOf(folder: string): Set<string> {
  const texts = Object.entries(bytesOf(folder)).flatMap(([name, text]) =>
    name.endsWith('.csv') ? Papa.parse<string[]>(text).data.flat() : text.split('"'),
  );
  return new Set(texts.flatMap((text) => text.split(' | ')));
}

describe('illicit-flows features', () => {
  it('writes table, dictionary and manifest, and transfers where they are asked for', async () => {
    expect(readdirSync(await features()).sort()).toEqual(
      ['features-dictionary.csv', 'features-manifest.json', 'features.csv'].sort(),
    );
    expect(readdirSync(await features('--transfers'))).toContain('features-transfers.csv');
  });

  it('describes every column that is written in the dictionary beside it, in order, and no other', async () => {
    for (const args of [[], ['--transfers']]) {
      const folder = await features(...args);
      const columns = ['features.csv', 'features-transfers.csv']
        .filter((name) => existsSync(join(folder, name)))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n', 1)[0]!.split(','));
      const dictionary = linesOf(join(folder, 'features-dictionary.csv'));
      expect(dictionary.map(({ name }) => name)).toEqual(columns);
      expect(dictionary.every(({ meaning, unit, direction, causal }) => meaning && unit && direction && causal)).toBe(
        true,
      );
      const published = FEATURE_DICTIONARY.filter(({ table }) => table === 'accounts' || args.length > 0);
      expect(dictionary.map(({ causal }) => causal === 'yes')).toEqual(published.map(({ causal }) => causal));
    }
  });

  it('names nobody unless asked, and then the operators of leads as investigate lists them', async () => {
    const { ledger } = await readTransactions([TRANSACTIONS], { mapping: 'illicit-flows' });
    const accounts = Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account).account);
    const unnamed = textsOf(await features('--transfers'));
    expect(accounts.filter((account) => unnamed.has(account))).toEqual([]);

    const folder = await features('--transfers', '--name-operators');
    const named = textsOf(folder);
    expect(truth.payers.length).toBeGreaterThan(40);
    expect(truth.payers.filter(({ account }) => named.has(account))).toEqual([]);
    const listed = investigate(ledger).leads.flatMap(({ id, operators }) =>
      operators.flatMap(({ names }) => names.map(({ institution, account }) => `${id} ${institution} ${account}`)),
    );
    expect(listed.length).toBeGreaterThan(2);
    const lines = linesOf(join(folder, 'features.csv')).filter(({ account }) => account !== '');
    expect(lines.map(({ lead, institution, account }) => `${lead} ${institution} ${account}`).sort()).toEqual(
      listed.sort(),
    );
    expect(accounts.filter((account) => named.has(account)).length).toBe(listed.length);
    const manifest = JSON.parse(bytesOf(folder)['features-manifest.json']!) as FeatureManifest;
    expect(manifest.results.named).toBe(listed.length);
    expect(manifest.namedBy?.seed).toBe(1);
  });

  it("writes the library's values, all digits, and nothing where one is missing", async () => {
    const folder = await features('--transfers');
    const { ledger } = await readTransactions([TRANSACTIONS], { mapping: 'illicit-flows' });
    const { tables } = measureFeatures(ledger, { transfers: true });
    const lines = linesOf(join(folder, 'features.csv'));
    expect(lines.length).toBe(tables.nodes.length);
    const shown = (value: number): string => (Number.isNaN(value) ? '' : String(value));
    for (const { name, values } of tables.accounts) {
      expect(lines.map((line) => line[name])).toEqual([...tables.nodes].map((node) => shown(values[node]!)));
    }
    const transfers = linesOf(join(folder, 'features-transfers.csv'));
    expect(transfers.length).toBe(ledger.rowCount);
    for (const { name, values } of tables.transfers!) {
      expect(transfers.map((line) => line[name])).toEqual([...values].map(shown));
    }
    expect(lines.some((line) => Object.values(line).includes('Infinity'))).toBe(false);
    const [first] = transfers;
    expect(first).toMatchObject({ transfer: '1', file: 'transactions.csv', payer: '1', beneficiary: '2' });
  });

  it('gives the same bytes again, with another number of threads and either reader but for the manifest', async () => {
    const first = bytesOf(await features('--transfers'));
    expect(bytesOf(await features('--transfers', '--workers', '1'))).toEqual(first);
    const second = bytesOf(await features('--transfers', '--reader', 'papa'));
    delete first['features-manifest.json'];
    delete second['features-manifest.json'];
    expect(second).toEqual(first);
  });

  it('numbers accounts by time, not by the lines of the file', async () => {
    const [header = '', ...rows] = readFileSync(TRANSACTIONS, 'utf8').trimEnd().split('\n');
    const turned = join(freshFolder(), 'turned.csv');
    writeFileSync(turned, `${[header, ...rows.reverse()].join('\n')}\n`);
    const out = join(freshFolder(), 'features.csv');
    await runCommand('features', turned, '--map', 'illicit-flows', '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(bytesOf(await features())['features.csv']);
  });

  it('has every column and no value where the data have no amounts, and says so', async () => {
    const folder = freshFolder();
    const file = join(folder, 'edges.csv');
    writeFileSync(file, 'a b 100\nb c 200\n');
    const out = join(folder, 'features.csv');
    const { out: printed, exitCode } = await runCommand(
      'features',
      file,
      '--map',
      'edge-list',
      '--out',
      out,
      '--transfers',
    );
    expect(exitCode).toBe(0);
    expect(printed).toContain('Every sign is missing: the data lacks amount.');
    const lines = linesOf(out);
    expect(lines.length).toBe(3);
    expect(lines.every(({ row, ...signs }) => row !== '' && Object.values(signs).every((value) => value === ''))).toBe(
      true,
    );
  });

  it('takes --set of features, into the manifest and the values', async () => {
    const folder = await features('--set', 'features.exceptionalShare=0.3');
    const manifest = JSON.parse(bytesOf(folder)['features-manifest.json']!) as FeatureManifest;
    expect(manifest.options.parameters.exceptionalShare).toBe(0.3);
    expect(bytesOf(folder)['features.csv']).not.toBe(bytesOf(await features())['features.csv']);
  });

  it('refuses what would decide nothing, and overwrites nothing', async () => {
    const folder = freshFolder();
    const out = join(folder, 'features.csv');
    const fails = async (code: string, ...args: string[]): Promise<void> => {
      const result = await runCommand('features', TRANSACTIONS, '--map', 'illicit-flows', ...args);
      expect([result.exitCode, result.err]).toEqual([1, expect.stringContaining(`[${code}]`)]);
    };
    await fails('features-options', '--out', out, '--seed', '2');
    await fails('features-options', '--out', out, '--set', 'score.strongScore=4');
    await fails('unknown-parameter', '--out', out, '--set', 'features.nothing=4');
    await fails('features-output', '--out', join(folder, 'features'));
    writeFileSync(join(folder, 'features-dictionary.csv'), 'mine');
    await fails('output-in-use', '--out', out);
    expect(readdirSync(folder)).toEqual(['features-dictionary.csv']);
  });
});
