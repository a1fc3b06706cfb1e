import { Command, CommanderError } from 'commander';
import { VERSION } from '../foundation/index.js';
import { addAskCommand } from './commands/ask.js';
import { addAssembleCommand } from './commands/assemble.js';
import { addConvertCommand } from './commands/convert.js';
import { addCyclesCommand } from './commands/cycles.js';
import { addDiffCommand } from './commands/diff.js';
import { addEvaluateCommand } from './commands/evaluate.js';
import { addExportCommand } from './commands/export.js';
import { addReportCommand } from './commands/report.js';
import { addFiguresCommand } from './commands/figures.js';
import { addFeaturesCommand } from './commands/features.js';
import { addInspectCommand } from './commands/inspect.js';
import { addInvestigateCommand } from './commands/investigate.js';
import { addKernelCommand } from './commands/kernel.js';
import { addMatchCommand } from './commands/match.js';
import { addAccountCommand } from './commands/account.js';
import { addPathsCommand } from './commands/paths.js';
import { addPlanCommand } from './commands/plan.js';
import { addRedactCommand } from './commands/redact.js';
import { addReviewCommand } from './commands/review.js';
import { addSimulateCommand } from './commands/simulate.js';
import { addTraceCommand } from './commands/trace.js';
import { addVerifyCommand } from './commands/verify.js';
import { EXIT, explainFailure } from './exit-codes.js';
import { type Terminal, withoutControls } from './terminal.js';

/** Runs one command line. Never throws: failures become one line on stderr and an exit code. */
export async function runCommandLine(args: readonly string[], outside: Terminal): Promise<void> {
  const terminal = withoutControls(outside);
  const program = new Command('illicit-flows')
    .description('Follow illicit money: transaction CSVs in, evidence-backed leads out. A lead is not proof.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.complain });
  for (const add of [
    addInspectCommand,
    addInvestigateCommand,
    addTraceCommand,
    addAccountCommand,
    addPathsCommand,
    addFeaturesCommand,
    addReportCommand,
    addFiguresCommand,
    addAskCommand,
    addExportCommand,
    addSimulateCommand,
    addConvertCommand,
    addEvaluateCommand,
    addCyclesCommand,
    addRedactCommand,
    addMatchCommand,
    addVerifyCommand,
    addDiffCommand,
    addReviewCommand,
    addPlanCommand,
    addAssembleCommand,
    addKernelCommand,
  ]) {
    add(program, terminal);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // commander has printed its own message, and asks for exit 0 after --help and --version
    if (error instanceof CommanderError) {
      terminal.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
      return;
    }
    const { message, exitCode } = explainFailure(error);
    terminal.complain(`illicit-flows: ${message.replaceAll('\n', ' ')}\n`);
    terminal.exitCode = exitCode;
  }
}
