import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

it('writes the trace that memory makes within a case, and without one names nobody', { timeout: 240_000 }, async () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  await runCommand('simulate', '--seed', '21', '--transfers', '20000', '--out', at('world'));
  await runCommand('convert', at('world/transactions.csv'), '--map', 'illicit-flows', '--out', at('lake'));
  const lake = [at('lake/transfers.parquet'), '--map', 'lake'];
  await runCommand('investigate', ...lake, '--no-report', '--out', at('case'));
  const operators = read('case/accounts.csv').split('\n').slice(1, -1);
  const [, institution = '', account = ''] = operators[0]!.split(',');
  const trace = (out: string, ...flags: string[]): Promise<CommandResult> =>
    runCommand('trace', ...lake, '--out', at(out), '--from', `${institution}/${account}`, '--max-hops', '2', ...flags);
  const engine = ['--engine', 'duckdb', '--memory', '128M'];

  expect((await trace('memory', '--case', at('case'))).exitCode).toBe(0);
  const made = await trace('engine', '--case', at('case'), ...engine);
  expect([made.exitCode, made.err]).toEqual([0, '']);
  for (const name of ['trace.json', 'steps.csv', 'destinations.csv']) {
    expect(read(`engine/${name}`)).toBe(read(`memory/${name}`));
  }
  const { options, ...manifest } = JSON.parse(read('engine/manifest.json')) as { options: Record<string, unknown> };
  const { engine: use, ...chosen } = options;
  expect({ options: chosen, ...manifest }).toEqual(JSON.parse(read('memory/manifest.json')));
  expect(use).toMatchObject({ name: 'duckdb', memoryBytes: 128 * 2 ** 20, rounds: 3 });
  expect((use as { transfers: number }).transfers).toBeLessThan(4000);
  expect(read('engine/trace.json')).toContain(account);

  const unnamed = await trace('unnamed', ...engine);
  expect(unnamed.out).toContain('Named: nobody. Through an engine only operators of a case (--case) are');
  const written = readdirSync(at('unnamed')).map((name) => read(`unnamed/${name}`));
  const named = operators.filter((line) => written.some((text) => text.includes(line.split(',')[2]!)));
  expect(named).toEqual([]);
  expect(JSON.parse(read('unnamed/trace.json'))).toMatchObject({ case: null });

  const refused = await trace('refused', ...engine, '--max-reduced-rows', '10');
  expect([refused.exitCode, existsSync(at('refused'))]).toEqual([1, false]);
  expect(refused.err).toMatch(/round 1 needs \d+: --max-hops .*\[reduced-rows\]\n$/u);
  const left = readdirSync(tmpdir()).filter((name) => name.includes(`illicit-flows-engine-${process.pid}-`));
  expect(left).toEqual([]);
});

it('asks for a lake, for an engine beside its flags, and for rules that do not look everywhere', async () => {
  const out = join(freshFolder(), 'trace');
  const refused = async (...flags: string[]): Promise<string> => {
    const { err, exitCode } = await runCommand('trace', 'bank.csv', '--from', 'A', '--out', out, ...flags);
    expect([exitCode, existsSync(out)]).toEqual([1, false]);
    return /\[([a-z-]+)\]\n$/u.exec(err)?.[1] ?? err;
  };
  const engine = ['--engine', 'duckdb'];
  expect(await refused('--map', 'illicit-flows', ...engine)).toBe('engine-lake');
  expect(await refused('--map', 'illicit-flows', '--memory', '1G')).toBe('engine-memory-flag');
  expect(await refused('--map', 'illicit-flows', '--max-reduced-rows', '9')).toBe('engine-rows-flag');
  expect(await refused('--map', 'lake', ...engine, '--rules', 'fifo,least-recently-born')).toBe('rounds-rule');
});
