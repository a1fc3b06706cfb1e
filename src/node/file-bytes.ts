import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';
import { type FileStamp, stampOf } from './file-stamp.js';

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 20;

/** Which bytes of a file are read, and who follows the reading. */
export interface FileReading {
  /** Positions [start, end) of a file that has such. Default: everything, a pipe's bytes too. */
  readonly range?: { readonly start: number; readonly end: number };
  /** Told how the file is found, before its first byte is read. */
  readonly onOpen?: (stamp: FileStamp) => void;
  /** Sees each chunk before it is handed on. */
  readonly onChunk?: (chunk: Uint8Array) => void;
}

/**
 * The bytes of a file, from its start to its end if no others are asked for. A chunk is good until the next one is asked
 * for: two buffers take turns, so that one is filled while the other is read.
 *
 * @throws InputError `file-unreadable` for a file that is missing, a folder, a loop of links or not permitted
 */
export async function* fileBytes(path: string, reading: FileReading = {}): AsyncGenerator<Uint8Array> {
  const { range, onOpen, onChunk } = reading;
  const { start, end } = range ?? { start: 0, end: Infinity };
  const file = await orUnreadable(path, () => open(path, 'r'));
  let ahead: Promise<Uint8Array> | undefined;
  try {
    onOpen?.(stampOf(await orUnreadable(path, () => file.stat())));
    let free = new Uint8Array(CHUNK_BYTES);
    let taken = new Uint8Array(CHUNK_BYTES);
    let position = start;
    ahead = fill(file, path, free, position, end);
    for (;;) {
      const chunk = await ahead;
      ahead = undefined;
      if (chunk.length === 0) return;
      [free, taken] = [taken, free];
      position += chunk.length;
      ahead = fill(file, path, free, position, end);
      // What goes wrong comes out when the chunk is waited for, if ever.
      ahead.catch(() => undefined);
      onChunk?.(chunk);
      yield chunk;
    }
  } finally {
    await ahead?.catch(() => undefined);
    await orUnreadable(path, () => file.close());
  }
}

async function fill(
  file: FileHandle,
  path: string,
  buffer: Uint8Array,
  position: number,
  end: number,
): Promise<Uint8Array> {
  const wanted = Math.min(buffer.length, end - position);
  // Pipes can be read, but not at a position.
  const at = end === Infinity ? null : position;
  const { bytesRead } = await orUnreadable(path, () => file.read(buffer, 0, wanted, at));
  return buffer.subarray(0, bytesRead);
}

/** Does something with a file. @throws InputError `file-unreadable` if it fails, in words that name the file */
export async function orUnreadable<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** As {@link orUnreadable}, at once. */
export function orUnreadableSync<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): InputError {
  return new InputError('file-unreadable', `Expected a readable file but ${path} ${describe(cause)}`, { cause });
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
