import { readFile } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';

/** What nodes of a cluster run. It lies beside the built package; sources read the one that was built last. */
function kernelPath(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? '../../dist/kernel.mjs' : './kernel.mjs', here);
}

/**
 * Text of `kernel.mjs`, as it ships with the package.
 * @throws InputError `kernel-file` where it is missing: the package is not whole, or not built
 */
export async function readKernelFile(): Promise<string> {
  try {
    return await readFile(kernelPath(), 'utf8');
  } catch (cause) {
    throw new InputError('kernel-file', 'Expected kernel.mjs beside the package; npm run build makes it', { cause });
  }
}
