import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../src/disclosure/index.js';
import { bytesOf } from '../support/case-folder.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const PLAIN = resolve(import.meta.dirname, '../../examples/data/transactions.csv');
const FOLDER = freshFolder();
const INPUT = join(FOLDER, 'named.csv');
const KEY = `${'0123456789abcdef'.repeat(4)}\n`;
const [PAYER, BENEFICIARY] = [3, 5];

/** The name that everybody has who is not given another. */
const nameOf = (account: string): string => `Zqx ${account} Wvk`;
const UNIQUE = 'Nordhafen Handel GmbH';
const SHARED = 'Amina Haddad';
const WITH_A_PAYER = 'Haus der Zqx Lorena Berisha';
const PAYERS_OWN = 'Lorena Berisha';

let payers: readonly string[];
let operators: readonly string[];
let names: Map<string, string>;

async function run(...args: string[]): Promise<string> {
  const { out, err, exitCode } = await runCommand(...args);
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  return out;
}

const documentIn = (name: string): CaseDocument =>
  JSON.parse(readFileSync(join(FOLDER, name, 'case.json'), 'utf8')) as CaseDocument;
const investigate = (name: string, ...args: string[]): Promise<string> =>
  run('investigate', INPUT, '--map', 'illicit-flows', '--out', join(FOLDER, name), ...args);
const everything = (name: string): string => Object.values(bytesOf(join(FOLDER, name))).join('\n');

beforeAll(async () => {
  await run('investigate', PLAIN, '--map', 'illicit-flows', '--no-report', '--out', join(FOLDER, 'plain'));
  operators = documentIn('plain').leads.flatMap((lead) =>
    lead.operators.flatMap(({ accounts }) => accounts.map(({ account }) => account)),
  );
  const [head = '', ...lines] = readFileSync(PLAIN, 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const paid = rows.filter((cells) => operators.includes(cells[BENEFICIARY]!)).map((cells) => cells[PAYER]!);
  payers = [...new Set(paid)].filter((account) => !operators.includes(account));
  const own = [UNIQUE, SHARED, WITH_A_PAYER];
  names = new Map(operators.map((account, i) => [account, own[i] ?? nameOf(account)]));
  names.set(payers[0]!, SHARED.toUpperCase()).set(payers[1]!, PAYERS_OWN);
  const named = rows.map((cells) =>
    [...cells, ...[PAYER, BENEFICIARY].map((at) => names.get(cells[at]!) ?? nameOf(cells[at]!))].join(','),
  );
  // A row that cannot be read names a payer too.
  const broken = [...named[0]!.split(',').slice(0, 1), 'no time', ...named[0]!.split(',').slice(2)].join(',');
  writeFileSync(INPUT, [`${head},payer_holder,beneficiary_holder`, ...named, broken, ''].join('\n'));
  await investigate('without');
  await investigate('with', '--keep-names');
}, 120_000);

describe('names of holders', () => {
  it('are nowhere in a case unless they are asked for', () => {
    const text = everything('without');
    for (const name of [...names.values(), 'Zqx', 'Wvk']) expect(text).not.toContain(name);
    expect(readFileSync(join(FOLDER, 'without', 'case.json'), 'utf8')).not.toContain('"holders":');
    expect(readFileSync(join(FOLDER, 'without', 'accounts.csv'), 'utf8').split('\n')[0]).not.toContain('holders');
  });

  it('of listed operators stay with the case where they are asked for', () => {
    const { leads } = documentIn('with');
    const kept = leads.flatMap((lead) => lead.operators.flatMap(({ holders }) => holders!));
    expect(kept).toContain(UNIQUE);
    expect(kept.length).toBeGreaterThan(3);
    const { options } = JSON.parse(readFileSync(join(FOLDER, 'with', 'manifest.json'), 'utf8')) as {
      options: { keepNames: boolean };
    };
    expect(options.keepNames).toBe(true);
    for (const file of ['accounts.csv', 'report.html', 'report.md']) {
      expect(readFileSync(join(FOLDER, 'with', file), 'utf8')).toContain(UNIQUE);
    }
  });

  it('of everybody else, and those that somebody else bears, are in no file', () => {
    const text = everything('with');
    expect(payers.length).toBeGreaterThan(20);
    for (const payer of payers) expect(text).not.toContain(names.get(payer) ?? nameOf(payer));
    for (const name of [SHARED, PAYERS_OWN, WITH_A_PAYER]) {
      expect(text.toLowerCase()).not.toContain(name.toLowerCase());
    }
    const listed = new Set([...names].filter(([account]) => operators.includes(account)).map(([, name]) => name));
    const shown = text.match(/Zqx [^"|,;<]*? Wvk/gu) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('belong to a case that can be verified and compared', async () => {
    expect(await run('verify', join(FOLDER, 'with'), INPUT)).toContain('Everything agrees');
    await run('diff', join(FOLDER, 'without'), join(FOLDER, 'with'));
  });

  it.each(['internal', 'partner', 'public'])('are in nothing that is made for others: %s', async (level) => {
    const key = join(FOLDER, 'key');
    writeFileSync(key, KEY);
    const out = `redacted-${level}`;
    await run('redact', join(FOLDER, 'with'), '--level', level, '--key', key, '--out', join(FOLDER, out));
    const text = everything(out);
    for (const name of [UNIQUE, 'Zqx', 'Wvk', SHARED]) expect(text).not.toContain(name);
  });
});
