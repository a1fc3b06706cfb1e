import { createHash } from 'node:crypto';
import { fileBytes } from './file-bytes.js';
import { type FileStamp } from './file-stamp.js';

/** The SHA-256 of a file, and which state of the file it is of. */
export interface FileHash {
  /** Lower-case hex. */
  readonly sha256: string;
  /** As it was before the first byte was read. */
  readonly stamp: FileStamp | undefined;
}

/**
 * Hashes the bytes of a file as stored, for a crew.
 * @throws InputError `file-unreadable`
 */
export async function hashFileAt(path: string): Promise<FileHash> {
  const hash = createHash('sha256');
  let stamp: FileStamp | undefined;
  for await (const chunk of fileBytes(path, { onOpen: (found) => (stamp = found) })) hash.update(chunk);
  return { sha256: hash.digest('hex'), stamp };
}
