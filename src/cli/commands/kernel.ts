import { readFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { KERNEL_EXIT, KERNEL_MODES, type KernelMode, linesOf, readPlan, runKernel } from '../../engine/index.js';
import { InputError } from '../../foundation/index.js';
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
      const { exitCode, message } = await run(mode, await readFile(plan, 'utf8'), maxPartRows);
      if (message !== '') terminal.complain(`illicit-flows: ${message}\n`);
      terminal.exitCode = exitCode;
    });
}

async function run(
  mode: KernelMode,
  plan: string,
  maxPartRows: number | undefined,
): Promise<{ readonly exitCode: number; readonly message: string }> {
  try {
    const options = maxPartRows === undefined ? { mode } : { mode, maxPartRows };
    const chunks = process.stdin as AsyncIterable<Uint8Array>;
    // Straight to standard output: what makes text harmless for a terminal would change it for the engine that reads on.
    const write = (text: string): void => void process.stdout.write(text);
    return await runKernel(readPlan(plan), linesOf(chunks), write, options);
  } catch (thrown) {
    // A plan of another version is as useless as rows of another one.
    if (!(thrown instanceof InputError)) throw thrown;
    return { exitCode: KERNEL_EXIT.contract, message: `${thrown.message} [${thrown.code}]` };
  }
}
