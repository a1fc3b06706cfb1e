import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../support/case-folder.js';
import { caseSchema } from '../../src/disclosure/document/index.js';
import { type Manifest } from '../../src/investigation/index.js';
import { type Truth } from '../../src/simulation/index.js';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

const FOLDER = freshFolder();
const TRANSACTIONS = join(FOLDER, 'world', 'transactions.csv');
const HEADER = 'institution,account,kind';

/** Investigates the world into a folder of that name. */
function investigate(name: string, ...args: string[]): Promise<CommandResult> {
  return runCommand('investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', join(FOLDER, name), ...args);
}

/** Writes a guard list and gives its path. */
function writeList(name: string, ...lines: string[]): string {
  const path = join(FOLDER, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function read(name: string, file: string): string {
  return readFileSync(join(FOLDER, name, file), 'utf8');
}

function manifestOf(name: string): Manifest {
  return JSON.parse(read(name, 'manifest.json')) as Manifest;
}

/** Lines of audit.jsonl without their times and the chain over them. */
function auditOf(name: string): Record<string, unknown>[] {
  return read(name, 'audit.jsonl')
    .trim()
    .split('\n')
    .map((line) => {
      const { previous, ...event } = JSON.parse(line) as Record<string, unknown>;
      expect(previous).toMatch(/^[\da-f]{64}$/u);
      return { ...event, time: '' };
    });
}

let truth: Truth;

beforeAll(async () => {
  await runCommand('simulate', '--seed', '3', '--transfers', '20000', '--out', join(FOLDER, 'world'));
  truth = JSON.parse(readFileSync(join(FOLDER, 'world', 'truth.json'), 'utf8')) as Truth;
});

describe('investigate --guard-list', () => {
  let list: string;
  let listed: CommandResult;
  let plain: CommandResult;

  beforeAll(async () => {
    const entriesOf = (kind: string, as: string): string[] =>
      truth.lookAlikes
        .filter((one) => one.kind === kind)
        .flatMap(({ accounts }) => accounts.map(({ institution, account }) => `${institution},${account},${as}`));
    const charities = entriesOf('charity', 'registered-body');
    const remitters = entriesOf('remitter', 'licensed-remitter');
    expect([charities.length, remitters.length]).toEqual([1, 2]);
    const unknown = ['NOBANK,1,registered-body', 'NOBANK,2,registered-body', 'NOBANK,3,licensed-remitter'];
    list = writeList('guards.csv', HEADER, ...charities, ...remitters, ...unknown, charities[0]!);
    plain = await investigate('plain');
    listed = await investigate('listed', '--guard-list', list);
  });

  it('says on the terminal whom it protects and what that suppressed', () => {
    expect(listed).toMatchObject({ exitCode: 0, err: '' });
    expect(listed.out).toContain(
      'Guard lists: you vouch for 3 accounts (1 as registered bodies, 2 as licensed remitters)',
    );
    expect(listed.out).toMatch(/\d+ findings are about them: \d+ explained by the lists alone \([a-z-]+ \d+/u);
    expect(listed.out).toContain('3 of 6 entries are not in the data (lines in manifest.json).\n');
    expect(plain.out).not.toContain('Guard lists');
  });

  it('puts the list into the manifest by name, hash and lines', () => {
    const { guardLists, options, results } = manifestOf('listed');
    expect(guardLists.files).toEqual([
      {
        name: 'guards.csv',
        sha256: createHash('sha256').update(readFileSync(list)).digest('hex'),
        entries: { registeredBodies: 3, licensedRemitters: 3 },
        matched: 3,
        notFound: 3,
        notFoundLines: '5-7',
        duplicates: 1,
        duplicateLines: '8',
      },
    ]);
    expect(options.guarded).toEqual({ registeredBodies: 1, licensedRemitters: 2 });
    expect(read('listed', 'manifest.json')).not.toContain(FOLDER);
    const before = manifestOf('plain');
    expect(before.guardLists).toMatchObject({ files: [], accounts: 0, findings: 0, explainedByLists: 0 });
    expect(guardLists.explainedByLists).toBeGreaterThan(0);
    expect(results.explained - before.results.explained).toBe(guardLists.explainedByLists);
    expect(results.findings).toBe(before.results.findings);
  });

  it('logs each use', () => {
    const { files, ...summary } = manifestOf('listed').guardLists;
    const events = auditOf('listed');
    expect(events.find(({ event }) => event === 'guardList')).toEqual({ time: '', event: 'guardList', ...files[0] });
    expect(events.find(({ event }) => event === 'guarded')).toEqual({ time: '', event: 'guarded', ...summary });
    expect(events.at(-2)).toMatchObject({ event: 'investigated' });
    expect(events.at(-1)).toMatchObject({ event: 'written' });
    expect(auditOf('plain').map(({ event }) => event)).not.toContain('guarded');
  });

  it('keeps to the published schema and counts in it what was suppressed', () => {
    const { remarks, findings } = caseSchema.parse(JSON.parse(read('listed', 'case.json')));
    const { explainedByLists, findings: about } = manifestOf('listed').guardLists;
    expect(remarks.at(-1)).toContain(`of ${about} findings about them ${explainedByLists} are explained`);
    const vouched = findings.filter(({ alternatives }) => alternatives.some(({ id }) => id === 'R12'));
    expect(vouched).toHaveLength(about);
    expect(vouched.every(({ status, accounts }) => status === 'explained' && accounts.length === 0)).toBe(true);
  });

  it('gives the same bytes again, whatever the order of the lines', async () => {
    const [header = '', ...lines] = readFileSync(list, 'utf8').trim().split('\n');
    mkdirSync(join(FOLDER, 'other'));
    const reversed = writeList(join('other', 'guards.csv'), header, ...lines.reverse());
    await investigate('again', '--guard-list', list);
    await investigate('reversed', '--guard-list', reversed);
    for (const file of filesIn(join(FOLDER, 'listed')).filter((name) => name !== 'audit.jsonl')) {
      expect(read('again', file)).toBe(read('listed', file));
      if (file !== 'manifest.json') expect(read('reversed', file)).toBe(read('listed', file));
    }
    expect(auditOf('again')).toEqual(auditOf('listed'));
  });

  it('prints the same for scripts', async () => {
    const { out } = await investigate('json', '--guard-list', list, '--json');
    expect((JSON.parse(out) as { manifest: Manifest }).manifest.guardLists).toEqual(manifestOf('listed').guardLists);
  });

  it('writes no account that is vouched for into the case, whoever it is, broken rows included', async () => {
    const members = truth.networks.flatMap((network) => network.members);
    const broken = join(FOLDER, 'broken.csv');
    const rows = members.map(({ institution, account }) => `T,2024-01-01,${institution},${account},B,x,none,EUR`);
    writeFileSync(
      broken,
      `id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency\n${rows.join('\n')}\n`,
    );
    const half = Math.ceil(members.length / 2);
    const lists = [members.slice(0, half), members.slice(half)].map((part, i) => {
      const lines = part.map(({ institution, account }) => `${institution},${account},registered-body`);
      return writeList(`members-${i}.csv`, HEADER, ...lines);
    });
    const flags = lists.flatMap((path) => ['--guard-list', path]);
    const { out, exitCode } = await investigate('members', broken, ...flags, '--max-quarantine', '1');
    expect(exitCode).toBe(0);
    expect(out).toContain('No leads. Absence of findings is not absence of smuggling.');
    expect(manifestOf('members').guardLists.files.map(({ name }) => name)).toEqual(['members-0.csv', 'members-1.csv']);
    const texts = filesIn(join(FOLDER, 'members')).filter((file) => !/^(?:manifest|audit)/u.test(file));
    expect(texts).toContain('case.json');
    const written = texts.map((file) => read('members', file)).join('');
    const named = members.filter(({ account }) => written.includes(account));
    expect(members.length).toBeGreaterThan(10);
    expect(named).toEqual([]);
  });

  it('asks how accounts are written if none is in the data', async () => {
    const { out, exitCode } = await investigate(
      'strangers',
      '--guard-list',
      writeList('s.csv', HEADER, 'N,1,registered-body'),
    );
    expect(exitCode).toBe(0);
    expect(out).toContain(
      '1 of 1 entries are not in the data (lines in manifest.json). Are institution and account written',
    );
  });

  it('answers lists that cannot be used with one line, before anything is read or written', async () => {
    const good = writeList('good.csv', HEADER, 'N,1,registered-body');
    for (const [path, pattern] of [
      [writeList('kind.csv', HEADER, 'N,1,charity'), /kind\.csv has 1: line 2: .*"charity" \[guard-list-invalid\]\n$/u],
      [writeList('empty.csv'), /\[guard-list-empty\]\n$/u],
      [writeList('columns.csv', 'account', '1'), /\[guard-list-columns\]\n$/u],
      [join(FOLDER, 'nowhere.csv'), /nowhere\.csv does not exist \[file-unreadable\]\n$/u],
      [FOLDER, /is a folder \[file-unreadable\]\n$/u],
    ] as const) {
      const { out, err, exitCode } = await investigate('refused', '--guard-list', good, '--guard-list', path);
      expect({ out, exitCode }).toEqual({ out: '', exitCode: 1 });
      expect(err).toMatch(pattern);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    const file = join(FOLDER, 'two.csv');
    writeFileSync(
      file,
      'time,payer_institution,payer_account,beneficiary_account\n2024-01-01,A,1,x\n2024-01-02,B,1,x\n',
    );
    const bare = writeList('bare.csv', HEADER, ',1,registered-body');
    const out = join(FOLDER, 'refused');
    const result = await runCommand('investigate', file, '--map', 'illicit-flows', '--out', out, '--guard-list', bare);
    expect(result).toMatchObject({ out: '', exitCode: 1 });
    expect(result.err).toMatch(/institution on line 2 of bare\.csv.*\[account-ambiguous\]\n$/u);
    expect(existsSync(out)).toBe(false);
  });
});
