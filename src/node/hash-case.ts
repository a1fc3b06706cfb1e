import { join } from 'node:path';
import { InputError } from '../foundation/index.js';
import { hashFileAt } from './hash-file.js';

/**
 * The SHA-256 of the case.json of a case, by which a trace says which case it was asked in.
 * @throws InputError `case-unreadable` if the folder has none
 */
export async function hashCase(folder: string): Promise<string> {
  const path = join(folder, 'case.json');
  try {
    return (await hashFileAt(path)).sha256;
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with case.json at ${path}`, { cause });
  }
}
