import { runCommandLine } from '../../src/cli/run-command-line.js';

/** What a command printed and answered. */
export interface CommandResult {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** Runs a command line in this process. */
export async function runCommand(...args: string[]): Promise<CommandResult> {
  let out = '';
  let err = '';
  const terminal = {
    print: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
    exitCode: 0,
  };
  await runCommandLine(args, terminal);
  return { out, err, exitCode: terminal.exitCode };
}

export { freshFolder } from './fresh-folder.js';
