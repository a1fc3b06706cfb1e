import { type Stats } from 'node:fs';
import { InputError } from '../foundation/index.js';

/** What tells a file that has been written to from one that has not. */
export interface FileStamp {
  /** In bytes; 0 for a pipe. */
  readonly size: number;
  /** When it was last written to, in milliseconds of the file system's clock. */
  readonly modifiedMs: number;
}

export function stampOf({ size, mtimeMs }: Stats): FileStamp {
  return { size, modifiedMs: mtimeMs };
}

/**
 * Makes sure that a file is as it was.
 * @throws InputError `file-changed`
 */
export function requireUnchanged(path: string, before: FileStamp, after: FileStamp): void {
  if (before.size !== after.size) {
    throw new InputError(
      'file-changed',
      `Expected ${path} to keep its ${before.size} bytes while it is read but received ${after.size}`,
    );
  }
  if (before.modifiedMs !== after.modifiedMs) {
    throw new InputError('file-changed', `Expected ${path} not to be written to while it is read`);
  }
}
