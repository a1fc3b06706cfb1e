import { open } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 18;

/**
 * The bytes of a file, from its start to its end.
 *
 * @param onChunk sees each chunk before it is handed on
 * @throws InputError `file-unreadable` for a file that is missing, a folder, a loop of links or not permitted
 */
export async function* fileBytes(path: string, onChunk: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  const file = await orUnreadable(path, () => open(path, 'r'));
  try {
    for (;;) {
      const buffer = new Uint8Array(CHUNK_BYTES);
      const { bytesRead } = await orUnreadable(path, () => file.read(buffer, 0, CHUNK_BYTES));
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      onChunk(chunk);
      yield chunk;
    }
  } finally {
    await file.close();
  }
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
