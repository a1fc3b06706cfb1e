import { HASH, KEY_STRIDE, LENGTH, POOL_WORD, PRINT_STRIDE, printKeysInto, TAG } from './byte-interner.kernel.js';
import { type GrowableColumn } from './growable-column.js';

/** Keys whose prints are taken at a time. */
const PRINTED_KEYS = 2048;

/**
 * The index of an interner's keys, in a power of two of places, at most half of which are used. A place is one number: its low
 * bits, as many as the number of a place has, are the number of the key + 1 (0 = free), the others those of its hash. Half the
 * size of hash and number side by side, so that more of it stays in the nearer caches. O(keys + places).
 *
 * @param keys `KEY_STRIDE` numbers for each of `size` keys
 * @param pool their bytes
 */
export function indexKeys(
  keys: Int32Array,
  size: number,
  pool: GrowableColumn<Int32Array>,
  places: number,
): Int32Array<ArrayBuffer> {
  const index = new Int32Array(places);
  // Prints read beyond the last key.
  pool.reserve(1);
  const { buffer, byteOffset, byteLength } = pool.array;
  const view = new DataView(buffer, byteOffset, byteLength);
  const most = Math.min(PRINTED_KEYS, size);
  const [starts, ends, tags] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const prints = new Int32Array(PRINT_STRIDE * most);
  for (let from = 0; from < size; from += PRINTED_KEYS) {
    const count = Math.min(PRINTED_KEYS, size - from);
    for (let i = 0; i < count; i++) {
      const key = KEY_STRIDE * (from + i);
      starts[i] = 4 * keys[key + POOL_WORD]!;
      ends[i] = starts[i]! + keys[key + LENGTH]!;
      tags[i] = keys[key + TAG]!;
    }
    printKeysInto(view, starts, ends, tags, count, prints);
    placeKeysInto(index, prints, from, count);
  }
  return index;
}

/** Puts the keys `firstId` .. into an index that has room for them, given their prints. */
function placeKeysInto(index: Int32Array, prints: Int32Array, firstId: number, count: number): void {
  const mask = index.length - 1;
  for (let i = 0; i < count; i++) {
    const hash = prints[PRINT_STRIDE * i + HASH]!;
    let place = hash & mask;
    while (index[place] !== 0) place = (place + 1) & mask;
    index[place] = (hash & ~mask) | (firstId + i + 1);
  }
}

/** First pool word, length and tag of each key, as columns of their own. */
export function listKeysInto(keys: Int32Array, words: Int32Array, lengths: Int32Array, tags: Int32Array): void {
  for (let id = 0; id < words.length; id++) {
    const key = KEY_STRIDE * id;
    words[id] = keys[key + POOL_WORD]!;
    lengths[id] = keys[key + LENGTH]!;
    tags[id] = keys[key + TAG]!;
  }
}
