import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../support/case-folder.js';
import { textRow, workbookOf } from '../support/ingest/workbooks.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const FOLDER = freshFolder();
const at = (...names: string[]): string => join(FOLDER, ...names);
/** Who merely paid: accounts and names, and the words that somebody put them into. */
const TOLD = ['PAYER4711001', 'PAYER4711002', 'Lorena Berisha'];
const [ONE, TWO, NAME] = TOLD as [string, string, string];
const HEAD = 'date;from;name;to;amount;kind';
const ROWS = [
  `2024-01-02;${ONE};${NAME};COLLECTOR1;900.00;wire`,
  `2024-01-03;${TWO};B;COLLECTOR1;900.00;wire`,
  'broken;OTHER77;B;COLLECTOR1;900.00;wire',
];
const PLAIN = {
  payer: { account: 'from', holder: 'name' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'date', formats: ['YYYY-MM-DD'] },
};

async function run(...args: string[]): Promise<string> {
  const { out, err, exitCode } = await runCommand(...args);
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  return out;
}

/** Everything in a case, of which nothing may tell who paid. */
function textOf(name: string): string {
  const files = Object.values(bytesOf(at(name)));
  expect(files.length).toBeGreaterThan(5);
  const text = files.join('\n');
  for (const told of TOLD) expect(text).not.toContain(told);
  return text;
}

async function investigate(name: string, mapping: unknown, file: string, ...args: string[]): Promise<string> {
  const map = at(`${name}.json`);
  writeFileSync(map, JSON.stringify(mapping));
  await run('investigate', file, '--map', map, '--max-quarantine', '1', '--out', at(name), ...args);
  return textOf(name);
}

beforeAll(() => {
  writeFileSync(at('plain.csv'), [HEAD, ...ROWS, ''].join('\n'));
  const sheet = (name: string): { name: string; rows: string } => ({
    name,
    rows: [HEAD, ...ROWS].map((row, i) => textRow(i + 1, row.split(';'))).join(''),
  });
  writeFileSync(at('book.xlsx'), workbookOf([sheet('Other'), sheet(ONE)]));
});

describe('what somebody typed tells nobody who paid', () => {
  it('by the name of a sheet: the manifest says which one it is', async () => {
    const text = await investigate('sheet', PLAIN, at('book.xlsx'), '--sheet', ONE);
    expect(text).toContain('"sheet": [\n      2\n    ]');
    expect(await run('verify', at('sheet'), at('book.xlsx'))).toContain('Everything agrees');
    const other = await investigate('other', PLAIN, at('book.xlsx'), '--sheet', 'Other');
    expect(other).toContain('"sheet": "Other"');
    expect(await run('verify', at('other'), at('book.xlsx'))).toContain('Everything agrees');
  });

  it.each([
    ['a note', { notes: [`read for ${NAME}`] }],
    ['a reason', { tokens: `asked by ${NAME}` }],
    ['a word for a missing cell', { missing: [`no ${ONE}`] }],
    ['a word that is left out', { except: { kind: [`not ${TWO.toLowerCase()}`] } }],
    ['the key of a word', { channel: { column: 'kind', values: { wire: 'wire', [`by ${ONE}`]: 'cash' } } }],
    ['the beginning of a line', { dialect: { skipPrefixes: [`#${ONE}`] } }],
    ['a constant', { beneficiary: { account: 'to', institution: { constant: `bank of ${NAME}` } } }],
  ])('by %s in a mapping, which verify asks for again', async (_, more) => {
    const name = `mapped-${Object.keys(more).join('')}`;
    const text = await investigate(name, { ...PLAIN, ...more }, at('plain.csv'));
    expect(text).toContain('"mapping": "given"');
    expect(await run('verify', at(name), at('plain.csv'), '--map', at(`${name}.json`))).toContain('Everything agrees');
    const { err, exitCode } = await runCommand('verify', at(name), at('plain.csv'));
    expect(exitCode).toBe(1);
    expect(err).toContain('[repeat-mapping]');
  });

  it('by names of columns, read or not', async () => {
    const head = HEAD.replace('date', `date ${ONE}`).replace('kind', `religion of ${TWO}`);
    writeFileSync(at('columns.csv'), [head, ...ROWS, ''].join('\n'));
    const time = { ...PLAIN.time, column: `date ${ONE}` };
    const text = await investigate('columns', { ...PLAIN, time }, at('columns.csv'));
    expect(text).toContain('[column]');
    expect(text).toContain('a note is left out');
  });

  it('by names of files and folders, of guard lists too', async () => {
    mkdirSync(at(ONE));
    mkdirSync(at(NAME));
    for (const folder of [ONE, NAME])
      writeFileSync(at(folder, 'x.csv'), [HEAD, ROWS[folder === ONE ? 0 : 1], ''].join('\n'));
    const guard = at(`${TWO}.csv`);
    writeFileSync(guard, 'account;institution;kind\nCOLLECTOR1;;registered-body\n');
    const files = [at(ONE, 'x.csv'), at(NAME, 'x.csv')];
    const text = await investigate('files', PLAIN, files[0]!, files[1]!, '--guard-list', guard);
    expect(text).toContain('"guard-list-0001"');
    expect(text).toContain('file-0002.csv');
    expect(await run('verify', at('files'), ...files, '--guard-list', guard)).toContain('Everything agrees');
  });

  it('nor is a mapping kept from a manifest that tells nobody', async () => {
    const text = await investigate('whole', { ...PLAIN, notes: ['read by hand'] }, at('plain.csv'));
    expect(text).toContain('read by hand');
    const { err } = await runCommand('verify', at('whole'), at('plain.csv'), '--map', at('whole.json'));
    expect(err).toContain('[repeat-mapping]');
  });

  it('by a trace, its list of accounts or its folder', async () => {
    writeFileSync(at(`from ${ONE}.csv`), `${ONE}\n`);
    const map = at('trace-map.json');
    writeFileSync(map, JSON.stringify({ ...PLAIN, notes: [NAME] }));
    const args = ['--map', map, '--max-quarantine', '1', '--from-file', at(`from ${ONE}.csv`)];
    await run('trace', at('plain.csv'), ...args, '--out', at(`trace of ${ONE}`));
    const text = Object.values(bytesOf(at(`trace of ${ONE}`))).join('\n');
    expect(text.length).toBeGreaterThan(500);
    for (const told of TOLD) expect(text).not.toContain(told);
  });
});

describe('verify', () => {
  it('reads no packed file beyond a stated size', async () => {
    const { gzipSync } = await import('node:zlib');
    writeFileSync(at('packed.csv.gz'), gzipSync(readFileSync(at('plain.csv'))));
    await investigate('packed', PLAIN, at('packed.csv.gz'), '--max-unpacked', '1M');
    const verify = (size: string): ReturnType<typeof runCommand> =>
      runCommand('verify', at('packed'), at('packed.csv.gz'), '--max-unpacked', size);
    expect((await verify('1M')).exitCode).toBe(0);
    const small = await verify('10');
    expect(small.exitCode).toBe(1);
    expect(small.err).toContain('[unpacked-too-large]');
  });
});
