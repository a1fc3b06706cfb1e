import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseJsonText } from '../../src/export/index.js';
import { type CaseDocument } from '../../src/disclosure/index.js';
import { type CarriedReview, type CaseDiff } from '../../src/export/index.js';
import { madeCase } from '../support/case-documents.js';
import { bytesOf } from '../support/case-folder.js';
import { readReviews } from '../../src/node/index.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const TRANSACTIONS = resolve(import.meta.dirname, '../../examples/data/transactions.csv');
const FOLDER = freshFolder();
const OLDER = join(FOLDER, 'older');
const NEWER = join(FOLDER, 'newer');
const REASON = ['--by', 'Ada', '--reason', 'A shop, see its register entry.'];

beforeAll(async () => {
  const call = ['investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out'];
  await runCommand(...call, OLDER);
  await runCommand(...call, NEWER, '--set', 'score.strongScore=3', '--seed', '2');
});

describe('review', () => {
  it('adds a line beside the case and changes nothing else', async () => {
    const before = bytesOf(OLDER);
    const { out, err, exitCode } = await runCommand('review', OLDER, 'C001', 'needs-info', ...REASON);
    expect({ out, err, exitCode }).toEqual({
      out: 'C001: needs-info by "Ada", added to review.jsonl\n',
      err: '',
      exitCode: 0,
    });
    await runCommand('review', OLDER, 'C001', 'reject', ...REASON);
    const { 'review.jsonl': reviews, ...after } = bytesOf(OLDER);
    expect(after).toEqual(before);
    expect(reviews!.trim().split('\n')).toHaveLength(2);
    const line = JSON.parse(reviews!.split('\n')[1]!) as unknown;
    expect(line).toMatchObject({ lead: 'C001', state: 'reject', by: 'Ada', reason: 'A shop, see its register entry.' });
    expect((await runCommand('verify', OLDER, TRANSACTIONS)).out).toContain('Reviews beside the case: 2.\n');
  });

  it('is shown by a report that is made again, the last word in the heading', async () => {
    const out = join(FOLDER, 'reviewed');
    expect(await runCommand('report', OLDER, '--out', out)).toMatchObject({ exitCode: 0, err: '' });
    const words = readFileSync(join(out, 'report.md'), 'utf8');
    expect(words).toContain('## C001: second look, review: rejected\n');
    expect(words).toMatch(
      /### Review\n\n- \d+ \w+ \d{4}, rejected by Ada: A shop, see its register entry\.\n- [^\n]*, needs information by Ada/u,
    );
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('"state":"reject","by":"Ada"');
    expect(readFileSync(join(OLDER, 'report.md'), 'utf8')).toContain('## C001: second look, not yet reviewed\n');
  });

  it('refuses unknown leads and states, and empty reasons and names', async () => {
    const before = bytesOf(OLDER);
    for (const [args, pattern] of [
      [['C009', 'accept', ...REASON], /it has C001\) but received C009 \[review-lead\]\n$/u],
      [['C001', 'guilty', ...REASON], /Expected one of accept, reject, needs-info/u],
      [['C001', 'accept', '--by', 'Ada', '--reason', '  '], /\[review-reason\]\n$/u],
      [['C001', 'accept', '--by', '', '--reason', 'x'], /\[review-by\]\n$/u],
      [['C001', 'accept', '--by', 'Ada'], /required option '--reason/u],
    ] as const) {
      const { out, err, exitCode } = await runCommand('review', OLDER, ...args);
      expect({ out, exitCode }).toEqual({ out: '', exitCode: 1 });
      expect(err).toMatch(pattern);
    }
    expect(bytesOf(OLDER)).toEqual(before);
  });

  it('shows a log that was changed, and adds nothing to it', async () => {
    const folder = join(FOLDER, 'changed');
    const call = ['investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', folder];
    await runCommand(...call);
    await runCommand('review', folder, 'C001', 'accept', ...REASON);
    await runCommand('review', folder, 'C001', 'reject', ...REASON);
    const path = join(folder, 'review.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('accept', 'reject'));
    expect((await runCommand('review', folder, 'C001', 'accept', ...REASON)).err).toMatch(
      /line 2: .*\[reviews-broken\]/u,
    );
    expect((await runCommand('diff', folder, OLDER)).err).toContain('[reviews-broken]');
    const { out, exitCode } = await runCommand('verify', folder, TRANSACTIONS);
    expect(exitCode).toBe(1);
    expect(out).toContain('1 difference:\n  review.jsonl, line 2, chain');
    writeFileSync(path, text);
    const changed = join(FOLDER, 'report-of-changed');
    writeFileSync(path, text.replace('accept', 'reject'));
    expect((await runCommand('report', folder, '--out', changed)).err).toContain('[reviews-broken]');
    writeFileSync(path, text);
    appendFileSync(join(folder, 'case.json'), '\n');
    expect((await runCommand('review', folder, 'C001', 'accept', ...REASON)).err).toContain('of another case.json');
  });
});

describe('diff', () => {
  it('says that a case is like itself', async () => {
    const { out, exitCode } = await runCommand('diff', NEWER, NEWER);
    expect(exitCode).toBe(0);
    expect(out).toBe(
      'Made alike: same files, options and version.\n\n' +
        'Leads: 0 appeared, 0 went, 0 changed, 1 unchanged.\n\nFindings: no difference.\n',
    );
  });

  it('says what changed, because of what, and what reviewers said', async () => {
    const { out, err } = await runCommand('diff', OLDER, NEWER, '--carry');
    expect(err).toBe('');
    expect(out).toContain(
      'Made otherwise:\n  seed: 1 before, 2 now\n  parameters.score.strongScore: 4.6 before, 3 now\n',
    );
    expect(out).toContain('Leads: 0 appeared, 0 went, 1 changed, 0 unchanged.');
    expect(out).toContain(
      '  changed   C001 (overlap 1.00); before: reject by "Ada": "A shop, see its register entry."',
    );
    expect(out).toContain('    level: second-look before, strong now');
    expect(out).toContain('could be given again (none has been; use review):\n  C001: reject by "Ada"');
    expect(bytesOf(NEWER)).not.toHaveProperty('review.jsonl');
  });

  it('tells of inputs, leads and operators as data, and names accounts of the newer case only', async () => {
    const [was, now] = [madeCase({ leads: 3, operators: 4, transfers: 20 }), madeCase({ leads: 3, operators: 5 })];
    now.leads.splice(1, 1);
    now.leads[0]!.operators.splice(2, 1);
    const older = written('made-older', was, [
      { name: 'a.csv', sha256: 'a' },
      { name: 'b.csv', sha256: 'b' },
    ]);
    const newer = written('made-newer', now, [
      { name: 'a.csv', sha256: 'c' },
      { name: 'd.csv', sha256: 'd' },
    ]);
    await runCommand('review', older, 'C003', 'accept', '--by', 'Eve\u001b[31m', '--reason', 'one\ntwo\u202e');
    const { out } = await runCommand('diff', older, newer, '--json', '--carry');
    const { because, leads, carried } = JSON.parse(out) as CaseDiff & { carried: CarriedReview[] };
    expect(because.inputs.map(({ name, change }) => [name, change])).toEqual([
      ['a.csv', 'changed'],
      ['b.csv', 'removed'],
      ['d.csv', 'added'],
    ]);
    expect(leads.gone.map(({ lead }) => lead)).toEqual(['C002']);
    expect(leads.changed.map(({ was: a, now: b, gone }) => [a.lead, b.lead, gone])).toEqual([
      ['C001', 'C001', [3]],
      ['C003', 'C003', []],
    ]);
    expect(leads.changed[1]!.appeared).toEqual([{ institution: 'BANK1', account: 'C003-ACC-0004' }]);
    expect(carried).toMatchObject([{ lead: 'C003', overlap: 0.8, sameLead: false, review: { state: 'accept' } }]);
    const text = await runCommand('diff', older, newer, '--carry');
    expect(out + text.out).not.toContain('C001-ACC-0002');
    expect(text.out).toContain('    operators that went: number 3 of C001 in the older case');
    expect(text.out).toContain('accept by "Eve\\u001b[31m": "one\\ntwo\\u202e"; the lead has changed, overlap 0.80');
  });

  it('gives reviews of the same leads again only in the name of somebody', async () => {
    const [older, newer] = (['carry-older', 'carry-newer'] as const).map((name) => {
      const document = madeCase({ leads: 3 });
      if (name === 'carry-newer') document.leads[1]!.operators.pop();
      return written(name, document, [{ name: `${name}.csv`, sha256: name }]);
    }) as [string, string];
    await runCommand('review', older, 'C001', 'reject', '--by', 'Ada', '--reason', 'A shop.');
    await runCommand('review', older, 'C002', 'accept', '--by', 'Ada', '--reason', 'Looked at.');
    expect((await runCommand('diff', older, newer, '--by', 'Bob')).err).toContain('[carry-flag]');
    expect(bytesOf(newer)).not.toHaveProperty('review.jsonl');

    const { out } = await runCommand('diff', older, newer, '--carry', '--by', 'Bob');
    expect(out).toContain(
      'Reviews given again, in review.jsonl of the newer case:\n  C001: reject by "Bob": "Carried from',
    );
    expect(out).toContain('(none of these has been; use review):\n  C002: accept by "Ada"');
    const { reviews } = await readReviews(newer);
    expect(reviews.map(({ lead, state, by }) => [lead, state, by])).toEqual([['C001', 'reject', 'Bob']]);
    expect(reviews[0]!.reason).toMatch(/^Carried from an older case: A shop\. \(Ada, \d{4}-\d\d-\d\d\)$/u);
    // Once: a lead that somebody has reviewed keeps what was said.
    await runCommand('diff', older, newer, '--carry', '--by', 'Bob');
    expect((await readReviews(newer)).reviews).toHaveLength(1);
  });

  it('answers what is no case with one line', async () => {
    const { err, exitCode } = await runCommand('diff', OLDER, join(FOLDER, 'nowhere'));
    expect(exitCode).toBe(1);
    expect(err).toMatch(/\[case-unreadable\]\n$/u);
  });
});

/** Writes a made-up document beside a manifest of the example with other inputs. */
function written(name: string, document: CaseDocument, inputs: readonly { name: string; sha256: string }[]): string {
  const folder = join(FOLDER, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'case.json'), [...caseJsonText(document)].join(''));
  const manifest = JSON.parse(readFileSync(join(OLDER, 'manifest.json'), 'utf8')) as object;
  const counts = { read: 3, accepted: 2, quarantined: 0 };
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, inputs: inputs.map((input) => ({ ...input, ...counts })) }),
  );
  return folder;
}
