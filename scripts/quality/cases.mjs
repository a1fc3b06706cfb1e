// The published cases, each of which is a test.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inFolder } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { part } from './tally.mjs';

export const title = 'Published cases';

const ROOT = resolve(import.meta.dirname, '../..');

export async function measure({ report }) {
  return inFolder((folder) => {
    const out = join(folder, 'results.json');
    const vitest = resolve(ROOT, 'node_modules/vitest/vitest.mjs');
    // Tests that fail end it with 1; the results say which.
    const { error } = spawnSync(
      process.execPath,
      [vitest, 'run', 'test/golden', '--reporter=json', `--outputFile=${out}`],
      { cwd: ROOT, stdio: 'ignore' },
    );
    if (error !== undefined) throw error;
    const { testResults } = JSON.parse(readFileSync(out, 'utf8'));
    const rows = testResults
      .map(({ name, assertionResults }) => ({ name: basename(dirname(name)), tests: assertionResults }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, tests }) => {
        const failed = tests.filter(({ status }) => status !== 'passed').map(({ title }) => title);
        report(`cases: ${name}: ${tests.length - failed.length} of ${tests.length}`);
        return [name, part(tests.length - failed.length, tests.length), failed.join('; ') || 'none'];
      });
    return table(['case', 'as expected', 'not as expected'], rows);
  });
}
