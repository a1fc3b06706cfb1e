import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, runCommand } from '../support/run-command.js';

const FOLDER = freshFolder();
const INPUT = join(FOLDER, 'transfers.csv');
/** Two people of one name, and a company with two accounts. */
const ROWS = [
  'time,payer_account,beneficiary_account,payer_holder,payer_holder_id,amount,currency',
  '2024-01-01,ACC-1,SHOP,Amina Haddad,1990-05-01,10,EUR',
  '2024-01-02,ACC-2,SHOP,Amina Haddad,1971-02-03,10,EUR',
  '2024-01-03,ACC-3,SHOP,Nordhafen GmbH,HRB 123,10,EUR',
  '2024-01-04,ACC-4,SHOP,Nordhafen GmbH,HRB 123,10,EUR',
  '2024-01-05,ACC-5,SHOP,Nordhafen GmbH,,10,EUR',
  '',
];

interface WrittenManifest {
  readonly options: { readonly sameHolder?: string };
  readonly ledger: { readonly holders: unknown };
}

async function manifestOf(name: string, ...args: string[]): Promise<WrittenManifest> {
  const out = join(FOLDER, name);
  const { err, exitCode } = await runCommand(
    ...['investigate', INPUT, '--map', 'illicit-flows', '--no-report', '--out', out, ...args],
  );
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  const verified = await runCommand('verify', out, INPUT);
  expect(verified.out).toContain('Everything agrees');
  return JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as WrittenManifest;
}

beforeAll(() => {
  writeFileSync(INPUT, ROWS.join('\n'));
});

describe('accounts of one holder', () => {
  it('are joined by name and second identifier, and the manifest counts them', async () => {
    const { options, ledger } = await manifestOf('case');
    expect(options.sameHolder).toBeUndefined();
    // Both of one name, and the three of the company, one of which nothing but its name joins.
    expect(ledger.holders).toEqual({ joined: 2, sameNameApart: 5, severalNames: 0 });
  });

  it('are joined by the name alone on request, which the manifest says and verify repeats', async () => {
    const { options, ledger } = await manifestOf('joined', '--join-holders');
    expect(options.sameHolder).toBe('name');
    expect(ledger.holders).toEqual({ joined: 5, sameNameApart: 0, severalNames: 0 });
  });

  it('are a doubt of inspect', async () => {
    const known = await runCommand('inspect', INPUT);
    expect(known.out).toContain("5 accounts of the sample have a holder of another one's name: they stay apart");
    const other = join(FOLDER, 'other.csv');
    const [, ...rows] = ROWS;
    writeFileSync(
      other,
      ['Date;From account;To account;Sender name;Born;Amount;Currency', ...rows].join('\n').replaceAll(',', ';'),
    );
    const proposed = await runCommand('inspect', other);
    expect(proposed.out).toContain('"holder": "Sender name"');
    expect(proposed.out).toContain('names of holders join no accounts, since people share names');
    for (const name of ['Amina', 'Nordhafen']) expect(known.out + proposed.out).not.toContain(name);
  });

  it('need the name beside the identifier', async () => {
    const map = join(FOLDER, 'map.json');
    const payer = { account: 'payer_account', holderId: 'payer_holder_id' };
    const time = { column: 'time', formats: ['YYYY-MM-DD'] };
    writeFileSync(map, JSON.stringify({ payer, beneficiary: { account: 'beneficiary_account' }, time }));
    const { err, exitCode } = await runCommand('investigate', INPUT, '--map', map, '--out', join(FOLDER, 'x'));
    expect(exitCode).toBe(1);
    expect(err).toContain('[mapping-invalid]');
  });
});
