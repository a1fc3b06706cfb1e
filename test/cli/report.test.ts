import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, runCommand } from '../support/run-command.js';

const DATA = join(import.meta.dirname, '../../examples/data/transactions.csv');
const FOLDER = freshFolder();
const [CASE, PLAIN] = [join(FOLDER, 'case'), join(FOLDER, 'plain')];

beforeAll(async () => {
  await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', CASE);
  await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', PLAIN, '--no-report');
});

describe('report', () => {
  it('is written with the case, and again from disk with the same bytes', async () => {
    const again = join(FOLDER, 'again');
    expect(await runCommand('report', PLAIN, '--out', again)).toMatchObject({ exitCode: 0, err: '' });
    for (const name of ['report.html', 'report.md']) {
      expect(existsSync(join(PLAIN, name))).toBe(false);
      expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(CASE, name), 'utf8'));
    }
  });

  it('refuses what is no case, and a folder that is in use', async () => {
    const noCase = await runCommand('report', FOLDER, '--out', join(FOLDER, 'none'));
    expect([noCase.exitCode, noCase.err]).toEqual([1, expect.stringContaining('case-unreadable')]);
    const inUse = await runCommand('report', CASE, '--out', CASE);
    expect([inUse.exitCode, inUse.err]).toEqual([1, expect.stringContaining('output-in-use')]);
  });
});
