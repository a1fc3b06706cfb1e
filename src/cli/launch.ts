#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { EXIT } from './exit-codes.js';
import { launchEnvironment } from './launched.js';
import { memoryFlags } from './memory-flags.js';

// Runs the command line in a process of its own: room for memory can only be set before a process starts, and when it is used
// up V8 ends the process with words that help nobody. Here that becomes one sentence and exit code 1.

/** Characters kept of what is said there, the last: V8 speaks at its end. */
const MOST_WORDS = 1 << 16;
const OUT_OF_MEMORY = /heap out of memory|Reached heap limit|Allocation failed/u;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const given = process.execArgv.filter((flag) => !flag.startsWith('--inspect'));
const machine = Math.min(totalmem(), process.constrainedMemory() || Infinity);
const { flags, limitMb } = memoryFlags(
  `${process.env['NODE_OPTIONS'] ?? ''} ${given.join(' ')}`,
  machine,
  getHeapStatistics().heap_size_limit,
);

const program = fileURLToPath(new URL('./command-line.js', import.meta.url));
const child = spawn(process.execPath, [...given, ...flags, program, ...process.argv.slice(2)], {
  // Behind what every process has: where this one complains, and a pipe that lives as long as it does.
  stdio: ['inherit', 'inherit', 'pipe', 2, 'pipe'],
  env: launchEnvironment(),
  windowsHide: true,
});
let words = '';
child.stderr!.setEncoding('utf8').on('data', (text: string) => {
  words = (words + text).slice(-MOST_WORDS);
});
const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
for (const signal of SIGNALS) process.on(signal, forward);
child.on('error', (error) => {
  process.stderr.write(`illicit-flows: Expected the system to start ${process.execPath} but ${error.message}\n`);
  process.exitCode = EXIT.usage;
});
child.on('close', (code, signal) => {
  for (const name of SIGNALS) process.off(name, forward);
  if (code !== 0 && OUT_OF_MEMORY.test(words)) {
    process.stderr.write(`illicit-flows: ${outOfMemory(limitMb)}\n`);
    process.exitCode = EXIT.usage;
    return;
  }
  process.stderr.write(words);
  if (signal === null) process.exitCode = code ?? EXIT.bug;
  else process.kill(process.pid, signal);
});

function outOfMemory(limit: number): string {
  return (
    `Expected objects that fit into ${limit} MB of memory but there were more: nothing was finished. ` +
    `Cut the file by period, give more with NODE_OPTIONS=--max-old-space-size=MB, or search a lake with --engine duckdb [out-of-memory]`
  );
}
