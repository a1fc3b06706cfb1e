import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { caseSchema } from '../../src/disclosure/document/index.js';
import { type Manifest } from '../../src/investigation/index.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const TRANSACTIONS = resolve(import.meta.dirname, '../../examples/data/transactions.csv');

async function investigated(...args: string[]): Promise<{ out: string; folder: string; manifest: Manifest }> {
  const folder = join(freshFolder(), 'case');
  const call = ['investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', folder, ...args];
  const { out, exitCode } = await runCommand(...call);
  expect(exitCode).toBe(0);
  return { out, folder, manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest };
}

it('--null-check prints what chance makes of the file beside its leads, and puts it in case and manifest', async () => {
  const { out, folder, manifest } = await investigated('--null-check', '2');
  // Chance makes a second look in one of these four small files, and the case says so.
  expect(out).toContain(
    'leads in this file: 1; with beneficiaries exchanged at random: 0 0 (over the whole period), 1 0',
  );
  expect(out).toContain('Warning: leads in 1 of 4 files');
  const written = caseSchema.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')));
  expect(written.nullCheck).toMatchObject({ leads: 1, runs: 2, leadsFound: [0, 0, 1, 0] });
  expect(manifest.nullCheck).toEqual(written.nullCheck);
  expect(manifest.options.nullCheck).toBe(2);
  expect(readFileSync(join(folder, 'audit.jsonl'), 'utf8')).toContain('"event":"nullChecked"');
});

it('prints a warning where chance makes leads: here with cuts that are far too low', async () => {
  const cuts = ['candidateScore=-6', 'secondLookScore=-20', 'strongScore=-6', 'namedScore=-20'].flatMap((cut) => [
    '--set',
    `score.${cut}`,
  ]);
  const { out, manifest } = await investigated('--null-check', '2', ...cuts);
  expect(out).toMatch(
    /Warning: leads in \d of 4 files with beneficiaries exchanged at random, where none is expected/u,
  );
  expect(manifest.nullCheck!.leadsFound.some((leads) => leads > 0)).toBe(true);
});

it('leaves case and manifest without an entry where it is 0 or not given', async () => {
  const [none, zero] = [await investigated(), await investigated('--null-check', '0')];
  expect(zero.manifest).toEqual(none.manifest);
  expect(zero.manifest).not.toHaveProperty('nullCheck');
  const caseOf = ({ folder }: { folder: string }): string => readFileSync(join(folder, 'case.json'), 'utf8');
  expect(caseOf(zero)).toBe(caseOf(none));
  expect(caseOf(none)).not.toContain('nullCheck');
});

it('refuses a wrong number of runs before it reads', async () => {
  const call = ['investigate', 'nowhere.csv', '--map', 'illicit-flows', '--out', join(freshFolder(), 'case')];
  const tooMany = await runCommand(...call, '--null-check', '101');
  expect([tooMany.exitCode, tooMany.err]).toEqual([1, expect.stringContaining('[null-runs]')]);
  expect((await runCommand(...call, '--null-check', 'x')).err).toMatch(/whole number/u);
});
