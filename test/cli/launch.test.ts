import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryFlags } from '../../src/cli/memory-flags.js';
import { freshFolder } from '../support/fresh-folder.js';
import { launchedCli } from '../support/launched-cli.js';

const CLI = launchedCli();
const FULL = '/dev/full';

interface Answer {
  readonly code: unknown;
  readonly signal: unknown;
  readonly out: string;
  readonly err: string;
}

interface Running {
  readonly child: ReturnType<typeof spawn>;
  readonly answer: Promise<Answer>;
}

function start(args: readonly string[], stdio: StdioOptions, nodeOptions = ''): Running {
  const child = spawn(process.execPath, [CLI, ...args], { stdio, env: { ...process.env, NODE_OPTIONS: nodeOptions } });
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const answer = once(child, 'close').then(([code, signal]: unknown[]) => ({ code, signal, out, err }));
  return { child, answer };
}

const run = (...args: string[]): Promise<Answer> => start(args, ['ignore', 'pipe', 'pipe']).answer;

describe('the command line, launched', () => {
  it('says and answers what it says and answers by itself', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, err: '' });
    expect(await run('nonsense')).toMatchObject({ code: 1, out: '', err: "error: unknown command 'nonsense'\n" });
    const missing = await run('inspect', 'no-such-file.csv');
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toMatch(/^illicit-flows: [^\n]+\n$/u);
  });

  it('says in one sentence that memory was used up', async () => {
    const args = ['simulate', '--transfers', '300000', '--out', join(freshFolder(), 'world')];
    const { code, out, err } = await start(
      args,
      ['ignore', 'pipe', 'pipe'],
      '--max-old-space-size=24 --max-semi-space-size=1',
    ).answer;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^illicit-flows: Expected objects that fit into \d+ MB [^\n]+ \[out-of-memory\]\n$/u);
  });

  it('ends its output without a word where the reader has gone', async () => {
    const { child, answer } = start(['--help'], ['ignore', 'pipe', 'pipe']);
    child.stdout!.destroy();
    expect(await answer).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(!existsSync(FULL))('answers 1 where output or complaints meet a full disk', async () => {
    const full = openSync(FULL, 'w');
    try {
      const help = await start(['--help'], ['ignore', full, 'pipe']).answer;
      expect(help).toMatchObject({
        code: 1,
        err: 'illicit-flows: Expected to write to standard output but the system answered ENOSPC\n',
      });
      expect(await start(['nonsense'], ['ignore', 'pipe', full]).answer).toMatchObject({ code: 1, out: '' });
    } finally {
      closeSync(full);
    }
  });

  it('ends with what it runs when it is told to', async () => {
    const { child, answer } = start(['inspect', '-'], ['pipe', 'pipe', 'pipe']);
    setTimeout(() => child.kill('SIGTERM'), 1000);
    // Closed only when nobody holds its pipes any more.
    expect(await answer).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('leaves nothing running when it is killed, however busy that is', async () => {
    const args = ['simulate', '--transfers', '5000000', '--out', join(freshFolder(), 'world')];
    const { child, answer } = start(args, ['ignore', 'pipe', 'pipe']);
    setTimeout(() => child.kill('SIGKILL'), 2000);
    expect(await answer).toMatchObject({ code: null, signal: 'SIGKILL', err: '' });
  });
});

describe('memory', () => {
  const GB = 1 << 30;

  it('is half of the machine, or what V8 takes by itself', () => {
    expect(memoryFlags('', 16 * GB, 4 * GB)).toEqual({
      flags: ['--max-old-space-size=8192', '--max-semi-space-size=64'],
      limitMb: 8192,
    });
    expect(memoryFlags('', 4 * GB, 4 * GB).limitMb).toBe(4096);
  });

  it('is as the user says, however it is written', () => {
    const none = memoryFlags('--max_old_space_size=100 --max-semi-space-size=1', 16 * GB, 100 << 20);
    expect(none).toEqual({ flags: [], limitMb: 100 });
  });
});
