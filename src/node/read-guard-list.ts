import { createHash } from 'node:crypto';
import { InputError } from '../foundation/index.js';
import { type GuardList, parseGuardList } from '../ingest/index.js';
import { fileBytes } from './file-bytes.js';

/** A guard list and which file it is. */
export interface GuardListFile {
  /** SHA-256 of the file as stored, lower-case hex. */
  readonly sha256: string;
  readonly list: GuardList;
}

/** A guard list is held whole; a larger file is taken for a mistake. */
const MAX_BYTES = 1 << 26;

/**
 * Reads a guard list, a CSV file with the columns `institution`, `account` and `kind`.
 *
 * @throws InputError `file-unreadable`, `guard-list-too-long` for more than 64 MiB, and what {@link parseGuardList} throws
 * @example
 * const { list } = await readGuardList('charities.csv');
 * const guardLists = matchGuardList(ledger.accounts, list);
 * investigate(ledger, { guardLists });
 */
export async function readGuardList(path: string): Promise<GuardListFile> {
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of fileBytes(path)) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      throw new InputError('guard-list-too-long', `Expected at most ${MAX_BYTES} bytes but ${path} has more`);
    }
    hash.update(chunk);
    // A copy: the buffer is filled again.
    chunks.push(chunk.slice());
  }
  return { sha256: hash.digest('hex'), list: parseGuardList(Buffer.concat(chunks, size), path) };
}
