import { type KeyedHash } from '../../src/disclosure/index.js';
import { hashWithKey } from '../../src/node/index.js';

/** Keys for tests: the same number, the same key. */
export function testKey(number: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => (i * 7 + number * 31) % 256);
}

export function testHash(number: number): KeyedHash {
  return hashWithKey(testKey(number));
}
