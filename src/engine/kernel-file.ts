// The entry of kernel.mjs, the one file that nodes of a cluster run; `illicit-flows kernel` is the same on one machine.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KERNEL_EXIT, KERNEL_MODES, MAX_PART_ROWS } from './kernel.js';
import { runKernelProcess } from './kernel-process.js';

const USAGE = `node kernel.mjs <${KERNEL_MODES.join('|')}> --plan plan.json [--max-part-rows n] < rows > answers`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { plan: { type: 'string' }, 'max-part-rows': { type: 'string', default: String(MAX_PART_ROWS) } },
  });
  const mode = KERNEL_MODES.find((one) => one === positionals[0]);
  const maxPartRows = Number(values['max-part-rows']);
  if (mode === undefined || values.plan === undefined || !Number.isSafeInteger(maxPartRows)) {
    process.stderr.write(`illicit-flows: Expected ${USAGE} [kernel-usage]\n`);
    return KERNEL_EXIT.contract;
  }
  const self = fileURLToPath(import.meta.url);
  const { exitCode, message } = await runKernelProcess({ mode, plan: values.plan, maxPartRows, self });
  if (message !== '') process.stderr.write(`illicit-flows: ${message}\n`);
  return exitCode;
}

process.exitCode = await main();
