import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Verification } from '../../src/cli/verify-case.js';
import { type CaseDocument } from '../../src/disclosure/index.js';
import { type Difference } from '../../src/export/index.js';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

const TRANSACTIONS = resolve(import.meta.dirname, '../../examples/data/transactions.csv');
const FOLDER = freshFolder();
const CASE = join(FOLDER, 'case');

type Answer = Verification & { readonly agrees: boolean; readonly count: number };

/** A copy of the case with one file changed. */
function tampered(name: string, file: string, change: (text: string) => string): string {
  const folder = join(FOLDER, name);
  cpSync(CASE, folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return folder;
}

async function verify(folder: string, ...args: string[]): Promise<Answer & { exitCode: number; text: string }> {
  const { out, err, exitCode } = await runCommand('verify', folder, TRANSACTIONS, ...args, '--json');
  expect(err).toBe('');
  return { ...(JSON.parse(out) as Answer), exitCode, text: out };
}

let document: CaseDocument;

beforeAll(async () => {
  await runCommand('investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', CASE);
  document = JSON.parse(readFileSync(join(CASE, 'case.json'), 'utf8')) as CaseDocument;
});

describe('verify', () => {
  it('agrees with a fresh case', async () => {
    const { out, err, exitCode } = await runCommand('verify', CASE, TRANSACTIONS);
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(out).toContain('14 files by SHA-256, 1 input; made again: 1 lead, 75 findings, 6 tables.');
    expect(out).toContain('Everything agrees');
  });

  it('names the line where one digit of the input was changed', async () => {
    const { transfers, files } = document.leads[0]!;
    const line = transfers.line[5]!;
    const lines = readFileSync(TRANSACTIONS, 'utf8').split('\n');
    const amount = transfers.amount[5]!;
    const other = `${amount.slice(0, -1)}${amount.endsWith('1') ? '2' : '1'}`;
    expect(lines[line - 1]).toContain(`,${amount},`);
    lines[line - 1] = lines[line - 1]!.replace(`,${amount},`, `,${other},`);
    const input = join(freshFolder(), 'transactions.csv');
    writeFileSync(input, lines.join('\n'));
    const { out, exitCode } = await runCommand('verify', CASE, input, '--json');
    expect(exitCode).toBe(1);
    const { differences } = JSON.parse(out) as Answer;
    expect(differences[0]).toMatchObject({ file: 'input', place: 'transactions.csv', field: 'sha256' });
    expect(differences).toContainEqual({
      file: 'case.json',
      place: 'lead C001, transfer 6',
      field: 'amount',
      source: `${files[0]!}:${line}`,
      was: amount,
      now: other,
    });
  });

  it('shows the line first also where its change moves the numbers of most findings', async () => {
    const { transfers, files } = document.leads[0]!;
    const at = transfers.amount.findIndex((amount, i) => i > 60 && transfers.to[i]! >= 0 && Number(amount) > 200);
    const line = transfers.line[at]!;
    const lines = readFileSync(TRANSACTIONS, 'utf8').split('\n');
    lines[line - 1] = lines[line - 1]!.replace(`,${transfers.amount[at]!},`, `,9${transfers.amount[at]!},`);
    const input = join(freshFolder(), 'transactions.csv');
    writeFileSync(input, lines.join('\n'));
    const { out } = await runCommand('verify', CASE, input);
    const shown = out.split('\n').filter((text) => text.startsWith('  '));
    expect(out).toContain(', of which the first 20:');
    expect(shown).toHaveLength(20);
    expect(shown.slice(0, 6).join('\n')).toContain(
      `(${files[0]!}:${line}): the case has ${transfers.amount[at]!}, now 9`,
    );
  });

  it("names the finding and the line where one line of a finding's evidence was changed", async () => {
    const at = document.findings.findIndex(({ evidence }) => evidence[0]!.lines.length > 2);
    const { finding, evidence } = document.findings[at]!;
    const line = evidence[0]!.lines[1]!;
    const folder = tampered('evidence', 'case.json', (text) => {
      const changed = JSON.parse(text) as CaseDocument;
      changed.findings[at]!.evidence[0]!.lines[1] = line + 1000;
      return JSON.stringify(changed);
    });
    const { differences, exitCode, count } = await verify(folder);
    expect({ exitCode, count }).toEqual({ exitCode: 1, count: 2 });
    expect(differences.map(({ file, field }) => [file, field])).toEqual([
      ['case.json', 'SHA-256'],
      ['case.json', 'evidence[0].lines[1]'],
    ]);
    expect(differences[1]).toMatchObject({
      place: `finding ${finding}`,
      source: `transactions.csv:${line}`,
      was: `${line + 1000}`,
      now: `${line}`,
    });
    const { out } = await runCommand('verify', folder, TRANSACTIONS);
    expect(out).toContain('\n2 differences:\n');
    expect(out).toContain(
      `case.json, finding ${finding}, evidence[0].lines[1] (transactions.csv:${line}): the case has`,
    );
  });

  it('names the cell of a table that was changed', async () => {
    const folder = tampered('cell', 'leads/C001/transfers.csv', (text) => {
      const lines = text.split('\n');
      lines[7] = lines[7]!.replace(/,(\d+\.\d\d),EUR/u, ',9$1,EUR');
      return lines.join('\n');
    });
    const { differences } = await verify(folder);
    expect(differences).toHaveLength(2);
    expect(differences[0]).toMatchObject({ file: 'leads/C001/transfers.csv', field: 'SHA-256' });
    const { line, amount } = document.leads[0]!.transfers;
    expect(differences[1]).toEqual({
      file: 'leads/C001/transfers.csv',
      place: 'row 8 (C001)',
      field: 'amount',
      source: `transactions.csv:${line[6]!}`,
      was: `9${amount[6]!}`,
      now: amount[6],
    });
  });

  it('names the option of the manifest that was changed, and what the audit log says of it', async () => {
    const folder = tampered('option', 'manifest.json', (text) =>
      text.replace('"strongScore": 4.6', '"strongScore": 3'),
    );
    const { differences } = await verify(folder);
    expect(differences[0]).toMatchObject({ file: 'manifest.json', field: 'SHA-256' });
    expect(differences[1]).toEqual({
      file: 'audit.jsonl',
      place: 'line 3 (chosen)',
      field: 'options.parameters.score.strongScore',
      source: null,
      was: '4.6',
      now: '3',
    });
    expect(differences.map(({ field }) => field)).toContain('level');
  });

  it('shows nobody whom the new run does not name, whatever was put into the case', async () => {
    const named = JSON.stringify(document);
    const lines = readFileSync(TRANSACTIONS, 'utf8').trim().split('\n').slice(1);
    const stranger = lines.map((line) => line.split(',')[3]!).find((account) => !named.includes(account))!;
    const folder = tampered('stranger', 'case.json', (text) => {
      const changed = JSON.parse(text) as CaseDocument & Record<string, unknown>;
      const [lead] = changed.leads;
      lead!.operators[0]!.accounts[0]!.account = stranger;
      lead!.narrative[0] = `Ask ${stranger}.`;
      lead!.files[0] = stranger;
      lead!.transfers.amount[0] = stranger;
      changed.findings[0]!.sentence = stranger;
      changed[stranger] = [stranger];
      return JSON.stringify(changed);
    });
    writeFileSync(join(folder, `${stranger}.csv`), stranger);
    writeFileSync(
      join(folder, 'findings.csv'),
      readFileSync(join(folder, 'findings.csv'), 'utf8').replace(/,fan/u, `,${stranger}`),
    );
    const { count, text, otherFiles } = await verify(folder);
    expect(count).toBeGreaterThan(6);
    expect(otherFiles).toBe(1);
    expect(text).not.toContain(stranger);
    expect(text).toContain('lead C001, operator 1');
    expect((await runCommand('verify', folder, TRANSACTIONS)).out).not.toContain(stranger);
  });

  it('says at which line the audit log breaks, and which file is gone', async () => {
    const folder = tampered('log', 'audit.jsonl', (text) => text.replace('"accepted":4500', '"accepted":4501'));
    rmSync(join(folder, 'accounts.csv'));
    const { differences } = await verify(folder);
    expect(differences[0]).toMatchObject({ file: 'audit.jsonl', place: 'line 3', field: 'chain' });
    expect(differences).toContainEqual(expect.objectContaining({ file: 'accounts.csv', was: null }) as Difference);
  });
});

it('says of a lead that is not found again that it and its file are gone', async () => {
  const input = join(freshFolder(), 'transactions.csv');
  writeFileSync(input, readFileSync(TRANSACTIONS, 'utf8').split('\n').slice(0, 2500).join('\n'));
  const { out, exitCode } = await runCommand('verify', CASE, input);
  expect(exitCode).toBe(1);
  expect(out).toMatch(/\d+ differences, of which the first 20:\n/u);
  expect(out.match(/: the case has /gu)).toHaveLength(20);
  expect(out).toContain('audit.jsonl, line 4 (investigated), leads: the case has 1, now 0');
});

describe('verify with what a manifest cannot hold', () => {
  it('asks for the guard lists, and agrees with them', async () => {
    const account = document.leads[0]!.operators[0]!.accounts[0]!;
    const list = join(FOLDER, 'guards.csv');
    writeFileSync(list, `institution,account,kind\n${account.institution},${account.account},registered-body\n`);
    const folder = join(FOLDER, 'guarded');
    await runCommand(
      ...['investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', folder, '--guard-list', list, '--seed', '5'],
    );
    const without = await runCommand('verify', folder, TRANSACTIONS);
    expect(without).toMatchObject({ exitCode: 1, out: '' });
    expect(without.err).toContain('[repeat-guard-lists]');
    expect((await verify(folder, '--guard-list', list)).agrees).toBe(true);
  });

  it('answers what is no case with one line', async () => {
    const bad: readonly (readonly [string, string])[] = [
      [join(FOLDER, 'nowhere'), 'audit-unreadable'],
      [tampered('manifest', 'manifest.json', () => '{}'), 'manifest-unreadable'],
    ];
    for (const [folder, code] of bad) {
      const { err, exitCode }: CommandResult = await runCommand('verify', folder, TRANSACTIONS);
      expect({ exitCode, lines: err.trim().split('\n').length }).toEqual({ exitCode: 1, lines: 1 });
      expect(err).toContain(`[${code}]`);
    }
  });
});
