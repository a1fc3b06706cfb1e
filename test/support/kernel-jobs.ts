import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCli } from './bundled-cli.js';
import { freshFolder } from './run-command.js';

const MAIN = bundledCli();

/** What a process answered. */
export interface KernelRun {
  readonly lines: readonly string[];
  readonly err: string;
  readonly exitCode: number | null;
}

/** A plan in a file of its own. */
export function planFile(plan: unknown): string {
  const path = join(freshFolder(), 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  return path;
}

/** `illicit-flows kernel` in a process of its own, lines in by pipe. */
export function pipeThroughKernel(
  mode: string,
  plan: string,
  lines: readonly string[],
  ...flags: string[]
): Promise<KernelRun> {
  return new Promise((done, fail) => {
    const args = [MAIN, 'kernel', mode, '--plan', plan, ...flags];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    // A kernel that stops early closes its end of the pipe.
    child.stdin.on('error', () => undefined);
    child.on('error', fail);
    child.on('close', (exitCode) => {
      done({ lines: out === '' ? [] : out.slice(0, -1).split('\n'), err, exitCode });
    });
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}
