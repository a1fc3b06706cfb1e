import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder, runCommand } from '../support/run-command.js';

/** Folders in which an engine keeps its parts. */
function privateFolders(): string[] {
  return readdirSync(tmpdir()).filter(
    (name) => name.includes('illicit-flows-engine') && name.includes(`-${process.pid}-`),
  );
}

it('makes the case that one machine makes, and says what made it', { timeout: 240_000 }, async () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  await runCommand('simulate', '--seed', '21', '--transfers', '20000', '--out', at('world'));
  await runCommand('convert', at('world/transactions.csv'), '--map', 'illicit-flows', '--out', at('lake'));
  const run = (out: string, ...flags: string[]): ReturnType<typeof runCommand> =>
    runCommand('investigate', at('lake/transfers.parquet'), '--map', 'lake', '--out', at(out), '--no-report', ...flags);
  expect((await run('memory')).exitCode).toBe(0);
  const made = await run('engine', '--engine', 'duckdb', '--memory', '128M');
  expect([made.exitCode, made.err]).toEqual([0, '']);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  for (const name of ['case.json', 'leads.csv', 'accounts.csv', 'findings.csv', 'findings-outside-leads.csv']) {
    expect(read(`engine/${name}`)).toBe(read(`memory/${name}`));
  }
  const { options, ...manifest } = JSON.parse(read('engine/manifest.json')) as { options: Record<string, unknown> };
  const { engine, ...chosen } = options;
  expect(engine).toEqual({ name: 'duckdb', memoryBytes: 128 * 2 ** 20, parts: 1 });
  expect({ options: chosen, ...manifest }).toEqual(JSON.parse(read('memory/manifest.json')));
  expect(privateFolders()).toEqual([]);
  const verified = await runCommand('verify', at('engine'), at('lake/transfers.parquet'));
  expect([verified.exitCode, verified.err]).toEqual([0, '']);
});

it('asks for a lake, and for an engine beside its memory', { timeout: 60_000 }, async () => {
  const out = join(freshFolder(), 'case');
  const refused = async (...flags: string[]): Promise<string> => {
    const { err, exitCode } = await runCommand('investigate', 'bank.csv', '--out', out, ...flags);
    expect([exitCode, existsSync(out)]).toEqual([1, false]);
    return /\[([a-z-]+)\]\n$/u.exec(err)?.[1] ?? err;
  };
  expect(await refused('--map', 'illicit-flows', '--engine', 'duckdb')).toBe('engine-lake');
  expect(await refused('--map', 'illicit-flows', '--memory', '1G')).toBe('engine-memory-flag');
});
