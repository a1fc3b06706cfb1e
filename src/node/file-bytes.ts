import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 20;

/** Who follows the reading of a file. */
export interface FileListener {
  /** Told the size of the file before its first byte is read; a pipe has size 0. */
  readonly onSize?: (bytes: number) => void;
  /** Sees each chunk before it is handed on. */
  readonly onChunk?: (chunk: Uint8Array) => void;
}

/**
 * The bytes of a file, from its start to its end. A chunk is good until the next one is asked for: two buffers take turns,
 * so that one is filled while the other is read.
 *
 * @throws InputError `file-unreadable` for a file that is missing, a folder, a loop of links or not permitted
 */
export async function* fileBytes(path: string, { onSize, onChunk }: FileListener = {}): AsyncGenerator<Uint8Array> {
  const file = await orUnreadable(path, () => open(path, 'r'));
  let ahead: Promise<Uint8Array> | undefined;
  try {
    if (onSize !== undefined) onSize((await orUnreadable(path, () => file.stat())).size);
    let free = new Uint8Array(CHUNK_BYTES);
    let taken = new Uint8Array(CHUNK_BYTES);
    ahead = fill(file, path, free);
    for (;;) {
      const chunk = await ahead;
      ahead = undefined;
      if (chunk.length === 0) return;
      [free, taken] = [taken, free];
      ahead = fill(file, path, free);
      // What goes wrong comes out when the chunk is waited for, if ever.
      ahead.catch(() => undefined);
      onChunk?.(chunk);
      yield chunk;
    }
  } finally {
    await ahead?.catch(() => undefined);
    await file.close();
  }
}

async function fill(file: FileHandle, path: string, buffer: Uint8Array): Promise<Uint8Array> {
  const { bytesRead } = await orUnreadable(path, () => file.read(buffer, 0, buffer.length));
  return buffer.subarray(0, bytesRead);
}

async function orUnreadable<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new InputError('file-unreadable', `Expected a readable file but ${path} ${describe(cause)}`, { cause });
  }
}

const REASONS = new Map([
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is a folder'],
  ['ELOOP', 'is a loop of links'],
  ['EACCES', 'may not be read'],
  ['EPERM', 'may not be read'],
]);

function describe(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  return REASONS.get(code) ?? `cannot be read (${code})`;
}
