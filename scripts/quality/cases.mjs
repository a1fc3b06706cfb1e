// The published cases, each of which is a test that says what was expected, reached and missed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inFolder } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { part } from './tally.mjs';

export const title = 'Published cases';

const COLUMNS = ['case', 'expected', 'reached', 'findings about others, per 1,000 accounts', 'missed', 'tests as said'];

const ROOT = resolve(import.meta.dirname, '../..');

export async function measure({ report }) {
  return inFolder((folder) => {
    const out = join(folder, 'results.json');
    const vitest = resolve(ROOT, 'node_modules/vitest/vitest.mjs');
    // Tests that fail end it with 1; the results say which.
    const { error } = spawnSync(
      process.execPath,
      [vitest, 'run', 'test/golden', '--no-isolate', '--reporter=json', `--outputFile=${out}`],
      { cwd: ROOT, stdio: 'ignore' },
    );
    if (error !== undefined) throw error;
    const { testResults } = JSON.parse(readFileSync(out, 'utf8'));
    const rows = testResults
      .map(({ name, assertionResults }) => ({ name: basename(dirname(name)), tests: assertionResults }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, tests }) => {
        const failed = tests.filter(({ status }) => status !== 'passed').map(({ title }) => title);
        const asSaid = `${part(tests.length - failed.length, tests.length)}${failed.map((one) => `; ${one}`).join('')}`;
        report(`cases: ${name}: ${asSaid}`);
        // A case whose tests did not come to an end has no row of its own.
        const row = tests.map(({ meta }) => meta?.golden).find((one) => one !== undefined) ?? [
          name,
          '-',
          '-',
          '-',
          '-',
        ];
        return [...row, asSaid];
      });
    return table(COLUMNS, rows);
  });
}
