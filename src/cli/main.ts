#!/usr/bin/env node
import { runCommandLine } from './run-command-line.js';
import { type Terminal } from './terminal.js';

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  exitCode: 0,
};
await runCommandLine(process.argv.slice(2), terminal);
process.exitCode = terminal.exitCode;
