import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../src/disclosure/document/index.js';
import { VERSION } from '../../src/foundation/index.js';
import { type Manifest } from '../../src/investigation/index.js';
import { type Evaluation, type Truth } from '../../src/simulation/index.js';
import { readCaseDocument } from '../../src/node/index.js';
import { bytesOf, filesIn } from '../support/case-folder.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/data');
const TRANSACTIONS = join(EXAMPLE, 'transactions.csv');
const TRUTH = join(EXAMPLE, 'truth.json');

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

describe('investigate on the bundled example', () => {
  const folder = join(freshFolder(), 'case');
  let printed = '';

  beforeAll(async () => {
    const result = await runCommand('investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', folder);
    expect(result).toMatchObject({ exitCode: 0, err: '' });
    printed = result.out;
  });

  it('prints the leads and says what to open', () => {
    expect(printed).toMatch(/leads?, strongest first/u);
    expect(printed).toContain('C001');
    expect(printed).toContain(`Case written to ${folder}. Open report.html first`);
  });

  it('writes the files of a case', () => {
    expect(filesIn(folder)).toEqual([
      ...'accounts.csv audit.jsonl case.json'.split(' '),
      ...'figures/C001-flow.svg figures/C001-map.svg figures/C001-score.svg figures/C001-time.svg'.split(' '),
      ...'findings-outside-leads.csv findings.csv'.split(' '),
      ...'leads.csv leads/C001/transfers.csv manifest.json quarantine.csv report.html report.md'.split(' '),
    ]);
  });

  it('writes a case.json that keeps to its published schema, field by field, and reads it back', async () => {
    const json: unknown = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
    const read = caseSchema.parse(json);
    expect(read.leads.length).toBeGreaterThan(0);
    expect(read).toEqual(json);
    expect(await readCaseDocument(folder)).toEqual(json);
  });

  it('reconciles: read = accepted + quarantined + skipped', () => {
    const { inputs, totals, version } = manifestOf(folder);
    expect(totals.read).toBe(totals.accepted + totals.quarantined + totals.skipped);
    expect(totals.read).toBe(readFileSync(TRANSACTIONS, 'utf8').split('\n').length - 1);
    expect(inputs[0]!.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(version).toBe(VERSION);
  });

  it('proves every finding with lines that exist, and every transfer of a lead by what stands in its line', () => {
    const lines = readFileSync(TRANSACTIONS, 'utf8').split('\n');
    const { findings, leads } = caseSchema.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')));
    expect(findings.length).toBeGreaterThan(10);
    for (const { evidence } of findings) {
      expect(evidence.map(({ file }) => file)).toEqual(['transactions.csv']);
      for (const line of evidence[0]!.lines) expect(lines[line - 1]).toMatch(/^T/u);
    }
    for (const { lead, transfers } of leads) {
      const table = readFileSync(join(folder, 'leads', lead, 'transfers.csv'), 'utf8')
        .trim()
        .split('\n');
      expect(table).toHaveLength(transfers.line.length + 1);
      for (const row of table.slice(1)) {
        const [, , , line, time, from = '', to = '', amount] = row.split(',');
        const cells = lines[Number(line) - 1]!.split(',');
        expect([cells[1], cells[6]]).toEqual([time, amount]);
        const [payer, beneficiary] = [`${cells[2]!}:${cells[3]!}`, `${cells[4]!}:${cells[5]!}`];
        expect([payer, 'protected payer', 'other account']).toContain(from);
        expect([beneficiary, 'protected payer', 'other account']).toContain(to);
      }
    }
  });

  it('writes no account into any file that is not an operator of the case or named by a finding', () => {
    const document = caseSchema.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')));
    const named = new Set(
      [
        ...document.leads.flatMap(({ operators }) => operators.flatMap(({ accounts }) => accounts)),
        ...document.findings.flatMap(({ accounts }) => accounts),
        ...document.hubs.flatMap(({ accounts }) => accounts ?? []),
      ].map(({ account }) => account),
    );
    const [, ...rows] = readFileSync(TRANSACTIONS, 'utf8').trim().split('\n');
    const accounts = new Set(rows.flatMap((row) => [row.split(',')[3]!, row.split(',')[5]!]));
    const hidden = [...accounts].filter((account) => account.length >= 7 && !named.has(account));
    expect(hidden.length).toBeGreaterThan(300);
    for (const [name, text] of Object.entries(bytesOf(folder))) {
      expect([name, hidden.filter((account) => text.includes(account))]).toEqual([name, []]);
    }
  });

  it('finds a planted network, lists nobody else, exposes no payer', async () => {
    const { out } = await runCommand('evaluate', '--case', folder, '--truth', TRUTH, '--json');
    const evaluation = JSON.parse(out) as Record<string, unknown> & { lookAlikes: { flagged: number }[] };
    expect(evaluation).toMatchObject({ networksFound: 1, operatorPrecision: 1, payersExposed: 0 });
    expect(evaluation.lookAlikes.every(({ flagged }) => flagged === 0)).toBe(true);
    expect((await runCommand('evaluate', '--case', folder, '--truth', TRUTH)).out).toMatch(/payers exposed +0 of/u);
  });

  it('names no payer in traces and paths around any member of a network, were all of them listed', async () => {
    const { networks } = JSON.parse(readFileSync(TRUTH, 'utf8')) as Truth;
    const listed = networks.flatMap(({ id, members }) =>
      members.map(({ institution, account, role }) => `${id},${institution},${account},${role}`),
    );
    const written = freshFolder();
    writeFileSync(join(written, 'accounts.csv'), `${['lead,institution,account,role', ...listed].join('\n')}\n`);
    writeFileSync(join(written, 'leads.csv'), `lead,level\n${networks.map(({ id }) => `${id},strong\n`).join('')}`);
    const args = ['evaluate', '--case', written, '--truth', TRUTH, '--json', '--data', TRANSACTIONS];
    const evaluation = JSON.parse((await runCommand(...args, '--map', 'illicit-flows')).out) as Evaluation;
    expect(evaluation).toMatchObject({
      networkRecall: 1,
      meanJaccard: 1,
      leadsByLevel: [{ level: 'strong', leads: networks.length }],
      payersNamedAnywhere: 0,
    });
    expect(evaluation.firstLeads[0]).toMatchObject({ leads: 1, rightLeads: 1 });
    expect(evaluation.payersNamed.map(({ where }) => where)).toEqual([
      'accounts.csv',
      'leads.csv',
      'traces forward',
      'traces backward',
      'paths',
    ]);
    const { err, exitCode } = await runCommand(...args);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('data-mapping')]);
  });

  it('gives the same bytes again, with either reader', async () => {
    for (const reader of ['auto', 'papa']) {
      const again = join(freshFolder(), 'case');
      await runCommand('investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', again, '--reader', reader);
      const [first, second] = [bytesOf(folder), bytesOf(again)];
      if (reader === 'papa') {
        delete first['manifest.json'];
        delete second['manifest.json'];
        // The log says which options were chosen.
        delete first['audit.jsonl'];
        delete second['audit.jsonl'];
      }
      expect(second).toEqual(first);
    }
  });

  it('finds the same leads when the file comes in two parts, rows in reverse', async () => {
    const parts = freshFolder();
    const [header = '', ...rows] = readFileSync(TRANSACTIONS, 'utf8').trimEnd().split('\n');
    rows.reverse();
    const half = Math.floor(rows.length / 2);
    const files = [rows.slice(0, half), rows.slice(half)].map((part, i) => {
      const path = join(parts, `part-${i}.csv`);
      writeFileSync(path, `${[header, ...part].join('\n')}\n`);
      return path;
    });
    const out = join(parts, 'case');
    expect((await runCommand('investigate', ...files, '--map', 'illicit-flows', '--out', out)).exitCode).toBe(0);
    const [whole, split] = [bytesOf(folder), bytesOf(out)];
    for (const name of ['leads.csv', 'accounts.csv', 'findings.csv']) expect(split[name]).toBe(whole[name]);
  });

  it('says where nothing was read', async () => {
    const folder = freshFolder();
    const empty = join(folder, 'empty.csv');
    writeFileSync(empty, '');
    const result = await runCommand('investigate', empty, '--map', 'illicit-flows', '--out', join(folder, 'case'));
    expect(result.exitCode).toBe(0);
    expect(result.out).toContain('Nothing was accepted from empty.csv; the file is empty.');
  });

  it('prints JSON for scripts', async () => {
    const out = join(freshFolder(), 'case');
    const result = await runCommand('investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', out, '--json');
    const answer = JSON.parse(result.out) as { manifest: Manifest; leads: unknown[] };
    expect(answer.manifest).toEqual(manifestOf(out));
    expect(answer.leads.length).toBe(answer.manifest.results.leads);
  });
});

describe('failures are one clear line and the right exit code', () => {
  const expectFailure = async (args: string[], pattern: RegExp, exitCode = 1): Promise<void> => {
    const result = await runCommand(...args);
    expect(result.exitCode).toBe(exitCode);
    expect(result.err).toMatch(pattern);
    expect(result.out).toBe('');
    expect(result.err.trim().split('\n').length).toBeLessThanOrEqual(2);
  };

  it('for files that cannot be read', async () => {
    const folder = freshFolder();
    const loop = join(folder, 'loop.csv');
    symlinkSync(loop, loop);
    for (const file of [join(folder, 'nowhere.csv'), folder, loop]) {
      const out = join(folder, 'case');
      await expectFailure(['investigate', file, '--map', 'amlworld', '--out', out], /\[file-unreadable\]/u);
      expect(existsSync(out)).toBe(false);
    }
  });

  it('for wrong calls', async () => {
    const out = join(freshFolder(), 'case');
    const neither = /nope\.json is no preset, and no file that can be read \[mapping-unknown\]/u;
    await expectFailure(['investigate', TRANSACTIONS, '--map', 'nope.json', '--out', out], neither);
    await expectFailure(
      ['investigate', TRANSACTIONS, '--map', 'amlworld', '--out', out, '--sed', '1'],
      /unknown option/u,
    );
    await expectFailure(
      ['investigate', TRANSACTIONS, '--map', 'amlworld', '--out', out, '--seed', '-1'],
      /whole number/u,
    );
    await expectFailure(['investigate', TRANSACTIONS, '--map', 'amlworld', '--out', out], /\[layout-unknown\]/u);
    await expectFailure(
      ['investigate', TRANSACTIONS, '--map', 'x', '--out', out, '--duplicates', 'eat'],
      /keep, drop/u,
    );
    await expectFailure(['frobnicate'], /unknown command/u);
    await expectFailure(['evaluate', '--case', out, '--truth', TRUTH], /\[case-unreadable\]/u);
    await expectFailure(['evaluate', '--case', EXAMPLE, '--truth', TRANSACTIONS], /\[truth-unreadable\]/u);
    expect(existsSync(out)).toBe(false);
  });

  it('for an output folder in use', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'mine.txt'), 'keep');
    const args = ['investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', folder];
    await expectFailure(args, /\[output-in-use\]/u);
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('for a mapping file that does not hold', async () => {
    const folder = freshFolder();
    const mapping = join(folder, 'mapping.json');
    const args = ['investigate', TRANSACTIONS, '--map', mapping, '--out', join(folder, 'case')];
    for (const text of ['{', '{"payer": {}}', '[]']) {
      writeFileSync(mapping, text);
      await expectFailure(args, /\[mapping-invalid\]/u);
    }
  });

  it('with what a file says in one line that moves no cursor', async () => {
    const file = join(freshFolder(), 'odd.csv');
    const out = join(freshFolder(), 'case');
    const args = ['investigate', file, '--map', 'illicit-flows', '--out', out];
    writeFileSync(file, '"\u001b[2Jgone","two\nlines","\u202eback\r"\n1,2,3\n');
    await expectFailure(args, /^illicit-flows: .*\\u001b\[2Jgone, two lines, \\u202eback.*\[layout-unknown\]\n$/u);
    const { err } = await runCommand(...args);
    expect(Array.from(err).filter((mark) => mark < ' ' && mark !== '\n')).toEqual([]);
    writeFileSync(file, `${Array.from({ length: 50_000 }, (_, i) => `c${i}`).join()}\n1,2\n`);
    await expectFailure(args, /a first record that is too long, has too many columns/u);
  });

  it('answers 0 to --version and --help', async () => {
    expect(await runCommand('--version')).toMatchObject({ exitCode: 0, out: `${VERSION}\n` });
    expect((await runCommand('investigate', '--help')).exitCode).toBe(0);
  });
});

describe('quarantine', () => {
  const HEADER = 'time,payer_account,beneficiary_account,amount,currency\n';

  it('lists what was not read, and answers 2 when it is too much', async () => {
    const folder = freshFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, `${HEADER}2024-01-01,a,b,1,EUR\n2024-01-01,a,b,0,EUR\n2024-01-01,=cmd(),b,x,EUR\n`);
    const result = await runCommand('investigate', file, '--map', 'illicit-flows', '--out', join(folder, 'case'));
    expect(result.exitCode).toBe(2);
    expect(result.err).toMatch(/2 of 4 records were quarantined/u);
    const lines = readFileSync(join(folder, 'case', 'quarantine.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(lines[0]).toBe('file,line,code,column,raw');
    expect(lines[1]).toMatch(/^a\.csv,3,amount-zero,amount,/u);
    expect(lines[2]).toMatch(/^a\.csv,4,amount-unreadable,amount,/u);
    const tolerant = ['--max-quarantine', '0.5'];
    const allowed = await runCommand(
      'investigate',
      file,
      '--map',
      'illicit-flows',
      '--out',
      join(folder, 'b'),
      ...tolerant,
    );
    expect(allowed).toMatchObject({ exitCode: 0, err: '' });
  });

  it('names nobody who is known only from a record that was not read', async () => {
    const folder = freshFolder();
    const seen = join(folder, 'seen');
    await runCommand('investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', seen);
    const [, listed = ''] = readFileSync(join(seen, 'accounts.csv'), 'utf8').split('\n');
    const [, institution = '', account = ''] = listed.split(',');
    const file = join(folder, 'more.csv');
    const pays = (payer: string, amount: string): string =>
      `X,2024-02-01T10:00:00Z,XBANK,${payer},${institution},${account},${amount},EUR,cash,,,,\n`;
    const elsewhere = 'X,2024-02-01T10:00:00Z,XBANK,77777704,YBANK,88,zero,EUR,cash,,,,\n';
    const more = pays('77777701', 'none') + pays('77777702', '0') + `${pays('77777703', '5').trim()},,\n${elsewhere}`;
    writeFileSync(file, readFileSync(TRANSACTIONS, 'utf8') + more);
    const args = ['investigate', file, '--map', 'illicit-flows', '--out', join(folder, 'case'), '--json'];
    const { out, err } = await runCommand(...args);
    const everything = out + err + Object.values(bytesOf(join(folder, 'case'))).join('\n');
    for (const payer of ['77777701', '77777702', '77777703', '77777704']) expect(everything).not.toContain(payer);
    const quarantine = readFileSync(join(folder, 'case', 'quarantine.csv'), 'utf8');
    expect(quarantine).toMatch(/^more\.csv,4502,amount-unreadable,.* \| aaaa \| AAA \| aaaa \|/mu);
  });

  it('names nobody of a guard list whom only an unread record holds', async () => {
    const folder = freshFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(
      file,
      `${HEADER}2024-01-01,a,b,1,EUR\n2024-13-45,GUARD777,b,1,EUR\nGUARD777,c,b,1,EUR\n2024-13-45,c,b,1,EUR\n`,
    );
    const list = join(folder, 'guards.csv');
    writeFileSync(list, 'institution,account,kind\n,GUARD777,registered-body\n');
    const args = ['investigate', file, '--map', 'illicit-flows', '--guard-list', list, '--max-quarantine', '1'];
    const { out } = await runCommand(...args, '--out', join(folder, 'case'));
    const everything = out + Object.values(bytesOf(join(folder, 'case'))).join('\n');
    expect(everything).not.toContain('GUARD777');
    expect(everything).toContain('9999-99-99 | [hidden] | [hidden] | 9 | AAA');
  });

  it('answers an empty file and a bare header with a case without leads', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'in'));
    for (const [name, text] of [
      ['empty', ''],
      ['header', HEADER],
    ] as const) {
      const file = join(folder, 'in', `${name}.csv`);
      writeFileSync(file, text);
      const result = await runCommand('investigate', file, '--map', 'illicit-flows', '--out', join(folder, name));
      expect(result).toMatchObject({ exitCode: 0, err: '' });
      expect(result.out).toContain('Absence of findings is not absence of smuggling.');
      expect(result.out).toContain('Nothing could be evaluated: no transfer was accepted.');
      expect(result.out).not.toContain('the data lacks');
    }
  });

  it('warns of duplicates that were kept, and does not hold against the data those it was told to drop', async () => {
    const folder = freshFolder();
    const file = join(folder, 'a.csv');
    const line = '2024-01-01,a,b,1,EUR\n';
    writeFileSync(file, HEADER + line + line + line);
    const run = (out: string, ...flags: string[]): ReturnType<typeof runCommand> =>
      runCommand('investigate', file, '--map', 'illicit-flows', '--out', join(folder, out), ...flags);
    expect((await run('kept')).out).toContain('Warning: 2 of 3 transfers repeat another');
    expect(await run('dropped', '--duplicates', 'drop')).toMatchObject({ exitCode: 0, err: '' });
    expect(readFileSync(join(folder, 'dropped', 'quarantine.csv'), 'utf8')).toContain('a.csv,3,duplicate,,the same as');
  });
});

describe('inspect', () => {
  it('names the preset that fits', async () => {
    const { out, exitCode } = await runCommand('inspect', TRANSACTIONS);
    expect(exitCode).toBe(0);
    expect(out).toContain('use --map illicit-flows');
    const json = JSON.parse((await runCommand('inspect', TRANSACTIONS, '--json')).out) as { preset: string };
    expect(json.preset).toBe('illicit-flows');
  });

  it('proposes a mapping that investigate accepts, and says what is in doubt', async () => {
    const folder = freshFolder();
    const file = join(folder, 'own.csv');
    writeFileSync(
      file,
      'Date;From account;To account;Amount;Currency\n03/04/2024;a;b;1,50;EUR\n23/04/2024;b;c;2,50;EUR\n',
    );
    const { out } = await runCommand('inspect', file);
    expect(out).toContain('No preset fits. A proposal');
    expect(out).toContain('In doubt:');
    const inspection = JSON.parse((await runCommand('inspect', file, '--json')).out) as { mapping: object };
    const mapping = join(folder, 'mapping.json');
    writeFileSync(mapping, JSON.stringify(inspection.mapping));
    const done = await runCommand('investigate', file, '--map', mapping, '--out', join(folder, 'case'));
    expect(done).toMatchObject({ exitCode: 0, err: '' });
    expect(manifestOf(join(folder, 'case')).totals.accepted).toBe(2);
  });

  it('writes the proposal where it is told to, and never over a file', async () => {
    const folder = freshFolder();
    const file = join(folder, 'own.csv');
    writeFileSync(file, 'Date;From account;To account;Amount;Currency\n23/04/2024;DE1234567;FR1234567;2,50;EUR\n');
    const mapping = join(folder, 'mapping.json');
    const first = await runCommand('inspect', file, '--write', mapping);
    expect(first).toMatchObject({ exitCode: 0, err: '' });
    expect(first.out).toContain('Of the beginning 1 of 1 rows read');
    expect(first.out).toContain('2024-04-23  DE…67 -> FR…67  2.5 EUR');
    const written = readFileSync(mapping, 'utf8');
    const second = await runCommand('inspect', file, '--write', mapping);
    expect(second.exitCode).toBe(1);
    expect(second.err).toContain('is not overwritten');
    expect(readFileSync(mapping, 'utf8')).toBe(written);
    const preset = await runCommand('inspect', TRANSACTIONS, '--write', join(folder, 'none.json'));
    expect(preset.out).toContain('Nothing was written');
    writeFileSync(file, 'x,y\n1,2\n');
    expect((await runCommand('inspect', file, '--write', join(folder, 'x.json'))).err).toContain('proposal-missing');
  });

  it('shows names as they are written, control characters and all', async () => {
    const file = join(freshFolder(), 'odd.csv');
    const wide = Array.from({ length: 70 }, (_, i) => `c${i}\u202e`);
    writeFileSync(file, `${wide.join(',')}\n${wide.join(',')}\n`);
    const { out } = await runCommand('inspect', file);
    expect(out).toContain('c0\\u202e');
    expect(out).toContain('... and 10 more');
    expect(out).toContain('Write a mapping by hand if there are any.');
  });
});

describe('simulate', () => {
  it('writes a world that repeats', async () => {
    const folder = freshFolder();
    const texts: string[] = [];
    for (const name of ['a', 'b']) {
      const args = ['simulate', '--out', join(folder, name), '--seed', '3', '--transfers', '3000'];
      expect((await runCommand(...args)).exitCode).toBe(0);
      texts.push(readFileSync(join(folder, name, 'transactions.csv'), 'utf8'));
    }
    expect(texts[0]!.split('\n')).toHaveLength(3002);
    expect(texts[0] === texts[1]).toBe(true);
  });
});
