import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { IllicitFlowsError, InputError, InvariantError } from '../foundation/index.js';
import { KERNEL_EXIT, type KernelEnd, type KernelMode, MAX_PART_ROWS, runKernel } from './kernel.js';
import { linesOf } from './lines-of.js';
import { readPlan } from './plan.js';

/** What a kernel's process is started for. */
export interface KernelCall {
  readonly mode: KernelMode;
  /** Path of the plan. */
  readonly plan: string;
  /** Default 5,000,000. */
  readonly maxPartRows?: number | undefined;
  /** Path of the file that is run, to be held to the plan's hash. Default: not held to it. */
  readonly self?: string;
}

/**
 * Runs a kernel from standard input to standard output. Nothing else is written there; what went wrong is the message, with a
 * code, which tells no content of a row. Input is read to its end whatever happens: Spark hears what a process says only if
 * it could hand over all rows.
 */
export async function runKernelProcess(call: KernelCall): Promise<KernelEnd> {
  const chunks = (process.stdin as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const end = await runOn({ [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }, call);
  if (end.exitCode !== KERNEL_EXIT.done) while ((await chunks.next()).done !== true);
  return end;
}

async function runOn(
  chunks: AsyncIterable<Uint8Array>,
  { mode, plan, maxPartRows, self }: KernelCall,
): Promise<KernelEnd> {
  try {
    const text = await readFile(plan, 'utf8');
    const read = readPlan(text);
    if (self !== undefined && read.kernelSha256 !== undefined) {
      if (sha256Of(await readFile(self)) !== read.kernelSha256) {
        throw new InputError('plan', 'Expected the kernel that the plan was made for');
      }
    }
    const write = (lines: string): void => void process.stdout.write(lines);
    const options = { mode, maxPartRows: maxPartRows ?? MAX_PART_ROWS, planSha256: sha256Of(text) };
    const end = await runKernel(read, linesOf(chunks), write, options);
    if (end.exitCode === KERNEL_EXIT.done) return end;
    const code = end.exitCode === KERNEL_EXIT.limit ? 'part-rows' : 'part-contract';
    return { exitCode: end.exitCode, message: `${end.message} [${code}]` };
  } catch (thrown) {
    // A plan of another version is as useless as rows of another one.
    if (!(thrown instanceof IllicitFlowsError) || thrown instanceof InvariantError) throw thrown;
    return { exitCode: KERNEL_EXIT.contract, message: `${thrown.message} [${thrown.code}]` };
  }
}

/** SHA-256 as hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
