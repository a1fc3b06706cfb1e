import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../support/case-folder.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const FOLDER = freshFolder();
const at = (name: string): string => join(FOLDER, name);
const PAYER = 'PAYER4711001';
const COLLECTOR = 'COLLECTOR815';
const FILES = [at('jan.csv'), at('feb.csv')];
const MAPPING = {
  ownAccount: 'given',
  beneficiary: { account: 'counterparty' },
  direction: 'signed',
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'date', formats: ['YYYY-MM-DD'] },
  id: 'reference',
};
const OWN = [`${FILES[0]}=${PAYER}`, `${FILES[1]}=${COLLECTOR}`];
const own = OWN.flatMap((entry) => ['--own-account', entry]);

interface WrittenManifest {
  readonly options: { readonly mapping: { readonly ownAccount: string }; readonly twoViews?: string };
  readonly totals: Record<string, number>;
  readonly quarantinedByCode: Record<string, number>;
  readonly warnings: readonly { readonly code: string; readonly count: number }[];
  readonly ledger: { readonly transfers: number };
}

async function investigate(name: string, ...args: string[]): Promise<WrittenManifest> {
  const { err, exitCode } = await runCommand(
    ...['investigate', ...FILES, '--map', at('map.json'), ...own, '--out', at(name), ...args],
  );
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  const verified = await runCommand('verify', at(name), ...FILES, ...own);
  expect(verified.out).toContain('Everything agrees');
  for (const text of Object.values(bytesOf(at(name)))) expect(text).not.toContain(PAYER);
  expect(verified.out).not.toContain(PAYER);
  return JSON.parse(readFileSync(join(at(name), 'manifest.json'), 'utf8')) as WrittenManifest;
}

beforeAll(() => {
  writeFileSync(at('map.json'), JSON.stringify(MAPPING));
  // The first payment stands in both statements, two days apart; the others in one.
  const head = 'date;counterparty;amount;reference';
  writeFileSync(
    FILES[0]!,
    [head, `2024-01-31;${COLLECTOR};-900.00;R1`, `2024-01-31;${COLLECTOR};-20.00;R2`, ''].join('\n'),
  );
  writeFileSync(FILES[1]!, [head, `2024-02-02;${PAYER};900.00;R1`, '2024-02-03;SHOP99001;-5.00;R3', ''].join('\n'));
});

describe('statements whose accounts are given on the command line', () => {
  it('keep both views of a payment unless asked, and say how many there are', async () => {
    const { options, totals, warnings, ledger } = await investigate('kept');
    expect(options.mapping.ownAccount).toBe('given');
    expect(options.twoViews).toBeUndefined();
    expect(totals).toEqual({ read: 6, accepted: 4, quarantined: 0, skipped: 2 });
    expect(ledger.transfers).toBe(4);
    expect(warnings).toEqual([{ code: 'second-view', count: 1 }]);
  });

  it('leave the second view out on request, with the place of the first in quarantine', async () => {
    const { options, totals, quarantinedByCode, ledger } = await investigate('dropped', '--two-views', 'drop');
    expect(options.twoViews).toBe('drop');
    expect(totals).toEqual({ read: 6, accepted: 3, quarantined: 1, skipped: 2 });
    expect(quarantinedByCode).toEqual({ 'second-view': 1 });
    expect(ledger.transfers).toBe(3);
    const rows = readFileSync(join(at('dropped'), 'quarantine.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^feb\.csv,2,second-view,/u);
    expect(rows[1]).toContain('jan.csv:2');
  });

  it('are not read with an account for another file, or without one', async () => {
    const read = (...args: string[]): ReturnType<typeof runCommand> =>
      runCommand('investigate', ...FILES, '--map', at('map.json'), '--out', at('none'), ...args);
    const other = await read('--own-account', `${at('mar.csv')}=${PAYER}`);
    const missing = await read('--own-account', OWN[0]!);
    expect([other.exitCode, missing.exitCode]).toEqual([1, 1]);
    expect(other.err).toContain('[own-account-unused]');
    expect(missing.err).toContain('[own-account-missing]');
    expect(other.err + missing.err).not.toContain(PAYER);
  });
});
