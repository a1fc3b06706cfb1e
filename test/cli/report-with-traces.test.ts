import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCaseDocument, readTraceDocument } from '../../src/node/index.js';
import { reportDataSchema } from '../../src/report/document/index.js';
import { type Truth } from '../../src/simulation/index.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const DATA = join(import.meta.dirname, '../../examples/data/transactions.csv');
const truth = JSON.parse(readFileSync(join(DATA, '../truth.json'), 'utf8')) as Truth;
const FOLDER = freshFolder();
const [CASE, FORWARD, BACKWARD, ALONE] = ['case', 'forward', 'backward', 'alone'].map((name) => join(FOLDER, name)) as [
  string,
  string,
  string,
  string,
];
let report: { html: string; md: string };
let operators: ReadonlySet<string>;

const run = (...args: string[]): ReturnType<typeof runCommand> => runCommand(...args);
const traceOf = (out: string, ...flags: string[]): ReturnType<typeof runCommand> =>
  run('trace', DATA, '--map', 'illicit-flows', '--out', out, ...flags);

beforeAll(async () => {
  await run('investigate', DATA, '--map', 'illicit-flows', '--out', CASE);
  const { leads } = await readCaseDocument(CASE);
  const accounts = leads.flatMap((lead) => lead.operators.flatMap((one) => one.accounts));
  operators = new Set(accounts.map(({ account }) => account));
  const first = `${accounts[0]!.institution}/${accounts[0]!.account}`;
  await traceOf(FORWARD, '--case', CASE, '--from', first);
  await traceOf(BACKWARD, '--case', CASE, '--direction', 'backward', '--to', first);
  await traceOf(ALONE, '--from', first);
  const out = join(FOLDER, 'report');
  const done = await run('report', CASE, '--trace', FORWARD, '--trace', BACKWARD, '--out', out);
  expect([done.exitCode, done.err]).toEqual([0, '']);
  report = { html: readFileSync(join(out, 'report.html'), 'utf8'), md: readFileSync(join(out, 'report.md'), 'utf8') };
}, 120_000);

describe('report --trace', { timeout: 120_000 }, () => {
  it('shows traces whose document says that they belong to exactly this case', async () => {
    const sha256 = createHash('sha256')
      .update(readFileSync(join(CASE, 'case.json')))
      .digest('hex');
    for (const folder of [FORWARD, BACKWARD]) {
      const { case: asked } = await readTraceDocument(folder);
      expect(asked?.sha256).toBe(sha256);
      expect(asked?.leads.map(({ lead }) => lead)).toEqual(['C001']);
      for (const { reached } of asked!.leads) for (const { account } of reached) expect(operators).toContain(account);
    }
    expect((await readTraceDocument(FORWARD)).case!.leads[0]!.reached.length).toBeGreaterThan(0);
    expect((await readTraceDocument(ALONE)).case).toBeNull();
    expect(report.md).toContain('## Tracing rules');
    expect(report.md.match(/^### (?:Where|What) EUR [\d,.]+ (?:went|was made of), by rule$/gmu)).toHaveLength(2);
  });

  it('names operators and nobody else of the whole data, in any byte', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(DATA, 'utf8'), { header: true }).data;
    const everybody = new Set(rows.flatMap((row) => [row['payer_account'] ?? '', row['beneficiary_account'] ?? '']));
    everybody.delete('');
    expect(everybody.size).toBeGreaterThan(400);
    const data = /id="report-data">(.*?)<\/script>/su.exec(report.html)![1]!;
    for (const text of [data, report.md]) {
      const named = [...everybody].filter((account) => new RegExp(`(?<!\\d)${account}(?!\\d)`, 'u').test(text));
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((account) => !operators.has(account))).toEqual([]);
      for (const { account } of truth.payers) expect(text).not.toContain(account);
    }
  });

  it('embeds what the published schema says, every field of it and no other', () => {
    for (const html of [report.html, readFileSync(join(CASE, 'report.html'), 'utf8')]) {
      const data: unknown = JSON.parse(/id="report-data">(.*?)<\/script>/su.exec(html)![1]!);
      expect(reportDataSchema.parse(data)).toEqual(data);
    }
    expect(report.html).toContain('"passedMore":');
  });

  it('leaves the case, and a report without traces, as they were', async () => {
    const out = join(FOLDER, 'without');
    await run('report', CASE, '--out', out);
    for (const name of ['report.html', 'report.md']) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(join(CASE, name), 'utf8'));
    }
  });

  it('refuses a trace without a case, of another case, and what is no trace, and writes nothing', async () => {
    const other = join(FOLDER, 'other');
    cpSync(CASE, other, { recursive: true });
    writeFileSync(join(other, 'case.json'), `${readFileSync(join(CASE, 'case.json'), 'utf8')}\n`);
    for (const [folder, trace, code] of [
      [CASE, ALONE, 'trace-without-case'],
      [other, FORWARD, 'trace-other-case'],
      [CASE, FOLDER, 'trace-unreadable'],
      [CASE, CASE, 'trace-unreadable'],
    ] as const) {
      const out = join(FOLDER, 'refused');
      const { exitCode, err } = await run('report', folder, '--trace', FORWARD, '--trace', trace, '--out', out);
      expect([exitCode, err]).toEqual([1, expect.stringContaining(code)]);
      expect(existsSync(out)).toBe(false);
    }
  });
});
