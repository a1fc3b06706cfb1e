import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../fixtures/banks');

/** Bytes of a file of `test/fixtures/banks`. */
export function bankFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

/** Path of a file of `test/fixtures/banks`. */
export function bankPath(name: string): string {
  return join(FOLDER, name);
}
