import { type Command } from 'commander';
import { KERNEL_MODES, type KernelMode, runKernelProcess } from '../../engine/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { type Terminal } from '../terminal.js';

interface KernelFlags {
  readonly plan: string;
  readonly maxPartRows?: number;
}

/** `illicit-flows kernel`: what an engine calls for parts of a ledger; see docs/scale.md. */
export function addKernelCommand(program: Command, terminal: Terminal): void {
  program
    .command('kernel')
    .description('for engines: run detectors over parts of a ledger, rows in at standard input, findings out')
    .argument('<mode>', KERNEL_MODES.join(', '), oneOf(KERNEL_MODES))
    .requiredOption('--plan <file>', 'what every part must know, as JSON (partition/1)')
    .option('--max-part-rows <n>', 'most rows of a part; exit 3 beyond (default: 5 million)', countingNumber)
    .action(async (mode: KernelMode, { plan, maxPartRows }: KernelFlags) => {
      // Answers go straight to standard output: what makes text harmless for a terminal would change it for the engine.
      const { exitCode, message } = await runKernelProcess({ mode, plan, maxPartRows });
      if (message !== '') terminal.complain(`illicit-flows: ${message}\n`);
      terminal.exitCode = exitCode;
    });
}
