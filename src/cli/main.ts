#!/usr/bin/env node
import { EXIT } from './exit-codes.js';
import { runCommandLine } from './run-command-line.js';
import { type Terminal } from './terminal.js';

// A reader who has seen enough, such as `head`, closes the pipe: that ends the output and is no error. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(terminal.exitCode);
  process.stderr.write(`illicit-flows: Expected to write to standard output but the system answered ${error.code}\n`);
  process.exit(EXIT.usage);
});
// Nobody is left to complain to.
process.stderr.on('error', () => {
  process.exit(terminal.exitCode === EXIT.done ? EXIT.usage : terminal.exitCode);
});

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  exitCode: 0,
};
await runCommandLine(process.argv.slice(2), terminal);
process.exitCode = terminal.exitCode;
