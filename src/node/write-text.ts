import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, UsageError } from '../foundation/index.js';
import { errorCode } from './error-code.js';
import { syncFile } from './sync-to-disk.js';

/** A file of the folder: its name, below the folder and with slashes, and its content in chunks of text or bytes. */
export interface FolderFile {
  readonly name: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** Characters gathered before they are written. */
const WRITE_CHARS = 1 << 20;

/** What was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a new file into a folder, text as UTF-8, has it on the disk, and says what was written.
 * @throws InputError `output-unwritable` with the name of the file; what its chunks throw passes through
 */
export async function writeText(folder: string, content: FolderFile): Promise<WrittenFile> {
  try {
    return await writeNamed(folder, content);
  } catch (error) {
    throw unwritable(error, content.name, []);
  }
}

async function writeNamed(folder: string, { name, chunks }: FolderFile): Promise<WrittenFile> {
  const hash = createHash('sha256');
  const file = await open(join(folder, name), 'wx');
  let bytes = 0;
  try {
    let pending = '';
    const write = async (data: Uint8Array): Promise<void> => {
      hash.update(data);
      bytes += data.length;
      await file.writeFile(data);
    };
    const flush = async (): Promise<void> => {
      if (pending === '') return;
      const data = Buffer.from(pending, 'utf8');
      pending = '';
      await write(data);
    };
    for (const chunk of chunks) {
      if (typeof chunk === 'string') {
        pending += chunk;
        if (pending.length >= WRITE_CHARS) await flush();
      } else {
        await flush();
        await write(chunk);
      }
    }
    await flush();
    await syncFile(file);
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/**
 * The error of a writing that failed, with a place to name and what could not be taken back. An error of another kind passes
 * as it is.
 *
 * @param left - paths that stay although nothing should
 */
export function unwritable(error: unknown, place: string, left: readonly string[]): unknown {
  const stays = left.length === 0 ? '' : `; could not be removed again: ${left.join(', ')}`;
  const code = errorCode(error);
  if (code !== undefined) {
    const message = `Expected to write ${place} but the system answered ${code}${stays}`;
    return new InputError('output-unwritable', message, { cause: error });
  }
  if (stays === '') return error;
  for (const Kind of [InputError, UsageError]) {
    if (error instanceof Kind) return new Kind(error.code, `${error.message}${stays}`, { cause: error });
  }
  return error;
}
