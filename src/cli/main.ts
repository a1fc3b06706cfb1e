import { endWithLauncher } from './end-with-launcher.js';
import { errorOutput } from './error-output.js';
import { EXIT } from './exit-codes.js';
import { isLaunched } from './launched.js';
import { runCommandLine } from './run-command-line.js';
import { type Terminal } from './terminal.js';

// A reader who has seen enough, such as `head`, closes the pipe: that ends the output and is no error. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(terminal.exitCode);
  terminal.complain(`illicit-flows: Expected to write to standard output but the system answered ${error.code}\n`);
  process.exit(EXIT.usage);
});
// Nobody is left to complain to.
const giveUp = (): never => process.exit(terminal.exitCode === EXIT.done ? EXIT.usage : terminal.exitCode);
process.stderr.on('error', giveUp);

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => {
    try {
      errorOutput().write(text);
    } catch {
      giveUp();
    }
  },
  exitCode: 0,
};
if (isLaunched) endWithLauncher();
await runCommandLine(process.argv.slice(2), terminal);
process.exitCode = terminal.exitCode;
