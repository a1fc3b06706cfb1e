import { type FileHandle, open } from 'node:fs/promises';
import { errorCode } from './error-code.js';

/** Answers of file systems that cannot be asked, such as some over a network. */
const CANNOT_BE_ASKED = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** Has what was written to a file on the disk before it goes on, so that a power cut cannot leave a file that is named and empty. */
export async function syncFile(file: FileHandle): Promise<void> {
  await file.sync().catch(unlessUnknown);
}

/** As {@link syncFile} for the names in a folder. Does nothing on Windows, where a folder cannot be opened. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync().catch(unlessUnknown);
  } finally {
    await folder.close();
  }
}

function unlessUnknown(error: unknown): void {
  if (!CANNOT_BE_ASKED.has(errorCode(error) ?? '')) throw error;
}
