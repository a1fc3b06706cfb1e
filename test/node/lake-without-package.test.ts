import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { freshFolder, runCommand } from '../support/run-command.js';

vi.mock('@duckdb/node-api', () => {
  throw new Error('Cannot find package');
});

it('says what to install where DuckDB is missing, and leaves nothing', { timeout: 60_000 }, async () => {
  const folder = freshFolder();
  const file = join(folder, 'bank.csv');
  writeFileSync(file, 'payer_account,beneficiary_account,time\na,b,2024-01-01\n');
  mkdirSync(join(folder, 'new'));
  const out = join(folder, 'new', 'lake');
  const { err, exitCode } = await runCommand('convert', file, '--map', 'illicit-flows', '--out', out);
  expect(exitCode).toBe(1);
  expect(err).toContain('to write a lake: npm install @duckdb/node-api [package-missing]');
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
});
