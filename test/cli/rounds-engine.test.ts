import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

let folder = '';
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const lake = (): string[] => [at('lake/transfers.parquet'), '--map', 'lake'];
const engine = ['--engine', 'duckdb', '--memory', '128M'];
/** Rows of `accounts.csv`. */
let operators: readonly string[] = [];
const typed = (operator: string): string => operator.split(',').slice(1, 3).join('/');

beforeAll(async () => {
  folder = freshFolder();
  await runCommand('simulate', '--seed', '21', '--transfers', '20000', '--out', at('world'));
  await runCommand('convert', at('world/transactions.csv'), '--map', 'illicit-flows', '--out', at('lake'));
  await runCommand('investigate', ...lake(), '--no-report', '--out', at('case'));
  operators = read('case/accounts.csv').split('\n').slice(1, -1);
}, 240_000);

afterAll(() => {
  const left = readdirSync(tmpdir()).filter((name) => name.includes(`illicit-flows-engine-${process.pid}-`));
  expect(left).toEqual([]);
});

it('writes the trace that memory makes within a case, and without one names nobody', { timeout: 120_000 }, async () => {
  const account = operators[0]!.split(',')[2]!;
  const trace = (out: string, ...flags: string[]): Promise<CommandResult> =>
    runCommand('trace', ...lake(), '--out', at(out), '--from', typed(operators[0]!), '--max-hops', '2', ...flags);
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
});

it('prints the paths that memory finds within a case, and without one names nobody', { timeout: 120_000 }, async () => {
  const between = (from: string, to: string, ...flags: string[]): Promise<CommandResult> =>
    runCommand('paths', ...lake(), '--from', typed(from), '--to', typed(to), ...flags);
  // Two operators that money can have gone between: which ones a case has is for the weights to say.
  let [from, to] = ['', ''];
  for (const one of operators) {
    for (const other of operators) {
      if (from !== '' || one === other) continue;
      if ((await between(one, other, '--max-hops', '4')).out.includes('Route 1')) [from, to] = [one, other];
    }
  }
  const paths = (...flags: string[]): Promise<CommandResult> => between(from, to, ...flags);
  const searches = [
    ['--max-hops', '4'],
    ['--max-wait', '72h', '--json'],
    ['--order', 'fewest-hops', '--max-visits', '9'],
  ];
  for (const search of searches) {
    const inMemory = await paths(...search, '--case', at('case'));
    const inRounds = await paths(...search, '--case', at('case'), ...engine);
    expect(inRounds).toEqual(inMemory);
    expect(inRounds.exitCode).toBe(0);
    expect(inRounds.out).toContain(from.split(',')[2]!);
  }
  const unnamed = await paths('--max-hops', '4', ...engine);
  expect(unnamed.out).toContain('Route 1');
  expect(unnamed.out).toContain('Nobody is named: through an engine only operators of a case (--case) are.');
  expect(operators.filter((operator) => unnamed.out.includes(operator.split(',')[2]!))).toEqual([]);
  const refused = await paths(...engine, '--max-reduced-rows', '5');
  expect([refused.exitCode, refused.out]).toEqual([1, '']);
  expect(refused.err).toMatch(/round 1 needs \d+: --max-hops .*\[reduced-rows\]\n$/u);
  for (const other of [[], engine]) {
    expect((await paths('--to', 'nowhere', ...other)).err).toMatch(/\[account-unknown\]\n$/u);
    expect((await paths('--to', typed(from), ...other)).err).toMatch(/\[paths-ends\]\n$/u);
  }
});

it('asks for a lake, for an engine beside its flags, and for rules that do not look everywhere', async () => {
  const out = join(freshFolder(), 'trace');
  const refused = async (...flags: string[]): Promise<string> => {
    const { err, exitCode } = await runCommand('trace', 'bank.csv', '--from', 'A', '--out', out, ...flags);
    expect([exitCode, existsSync(out)]).toEqual([1, false]);
    return /\[([a-z-]+)\]\n$/u.exec(err)?.[1] ?? err;
  };
  expect(await refused('--map', 'illicit-flows', ...engine)).toBe('engine-lake');
  expect(await refused('--map', 'illicit-flows', '--memory', '1G')).toBe('engine-memory-flag');
  expect(await refused('--map', 'illicit-flows', '--max-reduced-rows', '9')).toBe('engine-rows-flag');
  expect(await refused('--map', 'lake', ...engine, '--rules', 'fifo,least-recently-born')).toBe('rounds-rule');
  const paths = async (...flags: string[]): Promise<string> =>
    (await runCommand('paths', 'bank.csv', '--from', 'A', '--to', 'B', ...flags)).err;
  expect(await paths('--map', 'illicit-flows', ...engine)).toMatch(/\[engine-lake\]\n$/u);
  expect(await paths('--map', 'illicit-flows', '--memory', '1G')).toMatch(/\[engine-memory-flag\]\n$/u);
  expect(await paths('--map', 'lake', '--max-reduced-rows', '9')).toMatch(/\[engine-rows-flag\]\n$/u);
});
