#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { VERSION } from '../foundation/index.js';
import { addEvaluateCommand } from './commands/evaluate.js';
import { addInspectCommand } from './commands/inspect.js';
import { addInvestigateCommand } from './commands/investigate.js';
import { addSimulateCommand } from './commands/simulate.js';
import { EXIT, explainFailure } from './exit-codes.js';

/** Runs the command line and sets the process's exit code; never throws. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('illicit-flows')
    .description('Follow illicit money: transaction CSVs in, evidence-backed leads out. A lead is not proof.')
    .version(VERSION)
    .exitOverride();
  addInspectCommand(program);
  addInvestigateCommand(program);
  addSimulateCommand(program);
  addEvaluateCommand(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    // commander has printed its own message, and asks for exit 0 after --help and --version
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
      return;
    }
    const { message, exitCode } = explainFailure(error);
    process.stderr.write(`illicit-flows: ${message}\n`);
    process.exitCode = exitCode;
  }
}

await main(process.argv);
