import { InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { collectSetting } from '../../src/cli/parameter-setting.js';
import { type Manifest, type TraceManifest } from '../../src/investigation/index.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const TRANSACTIONS = resolve(import.meta.dirname, '../../examples/data/transactions.csv');

it('--set is read as set, parameter and number, and laid over those before it', () => {
  const first = collectSetting('score.strongScore=4');
  const both = collectSetting('fan-in.minPayers=7', collectSetting('score.secondLookScore=-1e-1', first));
  expect(both).toEqual({ score: { strongScore: 4, secondLookScore: -0.1 }, 'fan-in': { minPayers: 7 } });
  expect(collectSetting('score.strongScore=5', both)['score']).toEqual({ strongScore: 5, secondLookScore: -0.1 });
  for (const wrong of [
    '',
    'score=4',
    'score.strongScore',
    'score.strongScore=',
    'score.strongScore= ',
    '.a=1',
    'a.b=x',
  ]) {
    expect(() => collectSetting(wrong)).toThrow(InvalidArgumentError);
  }
});

it('--set stands in the manifest of a run; a set or a parameter that does not exist is refused', async () => {
  const investigated = async (set: string): Promise<{ err: string; folder: string }> => {
    const folder = join(freshFolder(), 'case');
    const call = ['investigate', TRANSACTIONS, '--map', 'illicit-flows', '--out', folder, '--set', set];
    return { err: (await runCommand(...call)).err, folder };
  };
  const { folder } = await investigated('score.strongScore=2');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest.options.parameters['score']).toMatchObject({ strongScore: 2, secondLookScore: 3 });
  expect(manifest.results.strong).toBe(1);
  expect((await investigated('score.nothing=2')).err).toContain('[unknown-parameter]');
  expect((await investigated('nothing.strongScore=2')).err).toContain('[unknown-detector]');
  expect((await investigated('score.strongScore=200')).err).toContain('[option-range]');
});

it('--set of trace and paths knows the set gathering and no other', async () => {
  const folder = join(freshFolder(), 'trace');
  const call = [
    'trace',
    TRANSACTIONS,
    '--map',
    'illicit-flows',
    '--rows',
    'transactions.csv:2',
    '--out',
    folder,
    '--set',
  ];
  expect((await runCommand(...call, 'score.strongScore=2')).err).toContain('[unknown-parameter]');
  expect((await runCommand(...call, 'gathering.families=2')).err).toContain('[option-range]');
  expect((await runCommand(...call, 'gathering.families=9')).err).toBe('');
  const { options } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as TraceManifest;
  expect(options.parameters.gathering).toMatchObject({ families: 9, givenShare: 0.5 });
  const ends = ['--from', 'a', '--to', 'b', '--set', 'naming.leastShown=4'];
  expect((await runCommand('paths', TRANSACTIONS, '--map', 'illicit-flows', ...ends)).err).toContain(
    '[unknown-parameter]',
  );
});
