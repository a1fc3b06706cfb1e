import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseJsonText } from '../../src/export/index.js';
import { readCaseDocument, writeFolder } from '../../src/node/index.js';
import { bytesOf, filesIn } from '../support/case-folder.js';
import { madeCase } from '../support/case-documents.js';
import { fullCase, SECRETS } from '../support/full-case.js';
import { testKey } from '../support/redaction-keys.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const HOSTILE = '</script>\u2028"\\,=1+1 __proto__';
const DATA = join(import.meta.dirname, '../../examples/data/transactions.csv');
const folder = freshFolder();
const at = (name: string): string => join(folder, name);
const bytes = (name: string): string => Object.values(bytesOf(at(name))).join('\n');
const redact = (from: string, level: string, out: string, key = 'key1'): ReturnType<typeof runCommand> =>
  runCommand('redact', at(from), '--key', at(key), '--level', level, '--out', at(out));

beforeAll(async () => {
  writeFileSync(at('key1'), testKey(1));
  writeFileSync(at('key2'), testKey(2));
  writeFileSync(at('short'), testKey(1).subarray(0, 31));
  writeFileSync(at('large'), Buffer.alloc(70_000, 'k'));
  const cases = [
    ['full', fullCase()],
    ['hostile', fullCase({ hostile: HOSTILE })],
    ['other', madeCase({ leads: 3, transfers: 60 })],
  ] as const;
  for (const [name, document] of cases) {
    await writeFolder(at(name), [{ name: 'case.json', chunks: caseJsonText(document) }]);
  }
  await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', at('real'));
}, 120_000);

describe('redact', () => {
  it.each(['internal', 'partner', 'public'])(
    'writes a case at level %s that can be read back, and nothing else',
    async (level) => {
      expect(await redact('full', level, `full-${level}`)).toMatchObject({ exitCode: 0, err: '' });
      const tables = ['accounts.csv', 'findings-outside-leads.csv', 'findings.csv'];
      const transfers = ['leads/C001/transfers.csv', 'leads/C002/transfers.csv'];
      const details = level === 'public' ? [] : [...tables, ...transfers];
      expect(filesIn(at(`full-${level}`))).toEqual(['case.json', 'leads.csv', 'redaction.json', ...details].sort());
      const document = await readCaseDocument(at(`full-${level}`));
      expect(document.redaction!.level).toBe(level);
      const record = JSON.parse(readFileSync(at(`full-${level}/redaction.json`), 'utf8')) as Record<string, unknown>;
      expect(record).toMatchObject({
        format: 1,
        level,
        keyFingerprint: document.redaction!.keyFingerprint,
        smallestGroup: 3,
      });
      expect(JSON.stringify(record)).not.toMatch(/time"|2026/u);
    },
  );

  it('lets no account, institution, holder, memo, place or file name into the bytes of a partner or public case', async () => {
    await redact('hostile', 'partner', 'hostile-partner');
    await redact('hostile', 'public', 'hostile-public');
    for (const name of ['full-partner', 'full-public', 'hostile-partner', 'hostile-public']) {
      for (const secret of [...SECRETS, 'ACC-0', 'BANK', 'bank.csv', '__proto__', '</script>', '=1+1']) {
        expect(`${name}: ${String(bytes(name).includes(secret))} ${secret}`).toBe(`${name}: false ${secret}`);
      }
    }
  });

  it('does the same with a case that was investigated', async () => {
    const document = await readCaseDocument(at('real'));
    expect(document.leads.length).toBeGreaterThan(0);
    const named = document.leads.flatMap(({ operators }) =>
      operators.flatMap(({ accounts }) => accounts.flatMap(({ institution, account }) => [institution, account])),
    );
    const cells = readFileSync(DATA, 'utf8').split(/[\n,]/u);
    const accounts = new Set([...named, ...cells].filter((cell) => /^[A-Z]{2}\d{2}|\d{6,}|bank/iu.test(cell)));
    expect(accounts.size).toBeGreaterThan(named.length);
    for (const level of ['internal', 'partner', 'public']) {
      expect(await redact('real', level, `real-${level}`)).toMatchObject({ exitCode: 0 });
      const text = bytes(`real-${level}`);
      for (const account of named) if (account !== '') expect(text).not.toContain(account);
      if (level !== 'internal') expect(text).not.toContain('transactions.csv');
    }
    const text = bytes('real-public');
    for (const line of text.split('\n')) expect(line).not.toMatch(/\d{4}-\d\d-\d\d/u);
    expect([...accounts].filter((account) => text.includes(account) && !/^\d{4}/u.test(account))).toEqual([]);
  });

  it('gives the same bytes again, and never the key', async () => {
    await redact('full', 'partner', 'again');
    expect(bytesOf(at('again'))).toEqual(bytesOf(at('full-partner')));
    for (const form of ['hex', 'base64', 'latin1'] as const) {
      expect(bytes('again')).not.toContain(Buffer.from(testKey(1)).toString(form).slice(0, 12));
    }
  });

  it('says what is wrong with a call, and writes nothing then', async () => {
    for (const [key, code] of [
      ['short', 'key-too-short'],
      ['large', 'key-unreadable'],
      ['none', 'key-unreadable'],
    ] as const) {
      const { err, exitCode } = await redact('full', 'partner', 'refused', key);
      expect(`${exitCode} ${err}`).toMatch(new RegExp(`^1 .*\\[${code}\\]`, 'u'));
    }
    expect((await redact('full-partner', 'public', 'refused')).err).toContain('[case-redacted]');
    expect((await redact('full', 'everybody', 'refused')).err).toContain('Expected one of internal, partner, public');
    expect((await redact('full', 'partner', 'full-partner')).err).toContain('[output-in-use]');
    expect((await redact('none', 'partner', 'refused')).err).toContain('[case-unreadable]');
    expect(existsSync(at('refused'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('match', () => {
  it('tells operators of both cases as a table and as JSON', async () => {
    await redact('other', 'internal', 'other-internal');
    const { out, exitCode } = await runCommand('match', at('full-partner'), at('other-internal'));
    expect(exitCode).toBe(0);
    expect(out).toContain('16 accounts are an operator in both cases.');
    expect(out).toContain('C001 and C001: 8 in common, of 9 and 8; corridors in both: NG to IT (12 and 12 transfers)');
    const json = await runCommand('match', at('full-partner'), at('other-internal'), '--json');
    expect((JSON.parse(json.out) as { accounts: unknown[] }).accounts).toHaveLength(16);
  });

  it('refuses other keys and cases that were not redacted', async () => {
    await redact('other', 'partner', 'other-key2', 'key2');
    expect((await runCommand('match', at('full-partner'), at('other-key2'))).err).toContain('[keys-differ]');
    expect((await runCommand('match', at('full'), at('full-partner'))).err).toContain('[case-not-redacted]');
    expect((await runCommand('match', at('full-partner'), at('full-public'))).err).toContain(
      '[case-without-pseudonyms]',
    );
  });
});
