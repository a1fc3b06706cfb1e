#!/usr/bin/env node
import { runCommandLine } from './run-command-line.js';
import { type Terminal } from './terminal.js';

// A reader who has seen enough, such as `head`, closes the pipe: that ends the output and is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(terminal.exitCode);
  throw error;
});

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  exitCode: 0,
};
await runCommandLine(process.argv.slice(2), terminal);
process.exitCode = terminal.exitCode;
