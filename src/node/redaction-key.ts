import { createHmac } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type KeyedHash } from '../disclosure/index.js';
import { InputError } from '../foundation/index.js';

/** HMAC-SHA-256 gains nothing from more than a block, and loses with less than its own length. */
const LEAST_BYTES = 32;
/** What is larger is no key but some other file. */
const MOST_BYTES = 65_536;

/**
 * HMAC-SHA-256 under a key, as {@link redactCase} takes it.
 * @throws InputError `key-too-short` below 32 bytes
 */
export function hashWithKey(key: Uint8Array): KeyedHash {
  if (key.length < LEAST_BYTES) {
    throw new InputError(
      'key-too-short',
      `Expected a key of at least ${LEAST_BYTES} bytes but received ${key.length}; make one with: openssl rand -out key 32`,
    );
  }
  const own = Uint8Array.from(key);
  return { digest: (message) => createHmac('sha256', own).update(message).digest() };
}

/**
 * Reads a key: all bytes of the file, a line end at its end too. The message of an error tells its path and never what is in it.
 * @throws InputError `key-unreadable` if there is none or it is larger than 64 KiB, `key-too-short` below 32 bytes
 */
export async function readRedactionKey(path: string): Promise<KeyedHash> {
  let bytes: Buffer;
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
      bytes = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new InputError('key-unreadable', `Expected a key at ${path} but it cannot be read`, { cause });
  }
  if (bytes.length > MOST_BYTES) {
    throw new InputError('key-unreadable', `Expected a key of at most ${MOST_BYTES} bytes at ${path}`);
  }
  return hashWithKey(bytes);
}
