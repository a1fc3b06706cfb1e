/**
 * Numbers kept per key: four words of its bytes, length, tag, first word in the pool, value. Half a cache line: one look
 * tells whether a key of up to 16 bytes is the one, and what it stands for. Keys lie in order of first sight, so that those met most often lie close
 * together; a table of keys by hash would scatter them over all of its memory.
 */
export const KEY_STRIDE = 8;
/** Where in a key these stand; the four words come first. */
export const LENGTH = 4;
export const TAG = 5;
export const POOL_WORD = 6;
/** A number that the interner's user gives to a key; 0 before. */
export const VALUE = 7;
/** Numbers of a print: see {@link printKeysInto}. */
export const PRINT_STRIDE = 5;
/** Where in a print the hash stands, behind the four words. */
export const HASH = 4;
/** Keys up to this length are all in their print. */
const PRINTED_LENGTH = 16;
/** Keys up to this length are all in three words. */
const SHORT_LENGTH = 12;

/** Keeps the bytes of a word that belong to a key of 0 to 3 bytes. Little endian, so the first bytes are low. */
const SHORT = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff);
/** As {@link SHORT} for the last word of a longer key, by length & 3. */
const TAIL = Int32Array.of(-1, 0xff, 0xffff, 0xff_ffff);

/**
 * Prints of `count` keys: key i is `bytes[starts[i] .. ends[i])` under `tags[i]`. A print is the first word of four bytes,
 * the second, the last, the third (overlapping as they may) and a hash of everything; not for secrets. `view` sees the bytes and must
 * reach 4 bytes beyond every key.
 */
export function printKeysInto(
  view: DataView,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
  count: number,
  prints: Int32Array,
): void {
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    const length = end - start;
    let first = view.getInt32(start, true);
    let second = 0;
    let last = 0;
    if (length >= 4) {
      second = view.getInt32(length < 8 ? end - 4 : start + 4, true);
      last = view.getInt32(end - 4, true);
    } else first &= SHORT[length]!;
    const third = length > SHORT_LENGTH ? view.getInt32(start + 8, true) : 0;
    let hash =
      Math.imul(first, 0x9e37_79b1) ^
      Math.imul(second, 0x85eb_ca6b) ^
      Math.imul(last, 0x2545_f491) ^
      Math.imul(third, 0x7feb_352d) ^
      Math.imul(tags[i]! + Math.imul(length, 0x0100_0193), 0x27d4_eb2f);
    for (let at = start + 12; at < end - 4; at += 4) {
      hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(at, true), 0x2c1b_3c6d);
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
    const print = PRINT_STRIDE * i;
    prints[print] = first;
    prints[print + 1] = second;
    prints[print + 2] = last;
    prints[print + 3] = third;
    prints[print + HASH] = hash ^ (hash >>> 13);
  }
}

/**
 * Looks the keys up: `ids[i]` becomes the number of key i and `values[i]` its value, or -1 and nothing of
 * meaning if it is not there, or (seldom) hidden behind another whose hash has the same high bits. All keys take their next step together, in passes of independent loads, so that
 * cache misses overlap. `pending` and `places` are scratch of length `count`.
 *
 * @returns nothing of meaning; it keeps an engine from leaving out the loads that only warm the cache
 */
export function findKeysInto(
  view: DataView,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
  count: number,
  prints: Int32Array,
  index: Int32Array,
  keys: Int32Array,
  pool: Int32Array,
  pending: Int32Array,
  places: Int32Array,
  ids: Int32Array,
  values: Int32Array,
): number {
  const mask = index.length - 1;
  let touched = 0;
  // So short a loop has many places on their way from memory at a time; the one below finds them in the cache.
  for (let i = 0; i < count; i++) {
    const place = prints[PRINT_STRIDE * i + HASH]! & mask;
    pending[i] = i;
    places[i] = place;
    touched |= index[place]!;
  }
  for (let left = count; left > 0;) {
    let next = 0;
    for (let k = 0; k < left; k++) {
      const i = pending[k]!;
      const place = places[i]!;
      const entry = index[place]!;
      const number = entry & mask;
      const differs = (entry ^ prints[PRINT_STRIDE * i + HASH]!) & ~mask;
      ids[i] = number - 1;
      places[i] = (place + 1) & mask;
      pending[next] = i;
      // 1 for another key's place, 0 otherwise. A branch would often be guessed wrong.
      next += ((differs | -differs) & (number | -number)) >>> 31;
    }
    left = next;
  }
  // Number -1 looks at the first key, which does no harm.
  for (let i = 0; i < count; i++) touched |= keys[KEY_STRIDE * Math.max(ids[i]!, 0)]!;
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    if (id < 0) continue;
    const key = KEY_STRIDE * id;
    const print = PRINT_STRIDE * i;
    const length = ends[i]! - starts[i]!;
    const differs =
      (keys[key]! ^ prints[print]!) |
      (keys[key + 1]! ^ prints[print + 1]!) |
      (keys[key + 2]! ^ prints[print + 2]!) |
      (keys[key + 3]! ^ prints[print + 3]!) |
      (keys[key + LENGTH]! ^ length) |
      (keys[key + TAG]! ^ tags[i]!);
    const isIt =
      differs === 0 && (length <= PRINTED_LENGTH || holdsKey(view, starts[i]!, ends[i]!, pool, keys[key + POOL_WORD]!));
    if (isIt) values[i] = keys[key + VALUE]!;
    else ids[i] = -1;
  }
  return touched;
}

/**
 * Gives their ids and values to the keys that have -1: the number of a known key, or the next one for a key that is new. There must be
 * room for all of them in `index`, `keys` and `pool`. `used` holds the number of keys and of the pool's words, and is moved
 * on. One function with everything in it, on purpose: engines would compile its parts several times over.
 */
export function insertKeysInto(
  view: DataView,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
  count: number,
  prints: Int32Array,
  index: Int32Array,
  keys: Int32Array,
  pool: Int32Array,
  used: Int32Array,
  ids: Int32Array,
  values: Int32Array,
): void {
  const mask = index.length - 1;
  let size = used[0]!;
  let word = used[1]!;
  for (let i = 0; i < count; i++) {
    if (ids[i]! >= 0) continue;
    const start = starts[i]!;
    const end = ends[i]!;
    const print = PRINT_STRIDE * i;
    const hash = prints[print + HASH]!;
    const place = placeOfKey(view, start, end, tags[i]!, hash, index, keys, pool);
    const number = index[place]! & mask;
    if (number !== 0) {
      ids[i] = number - 1;
      values[i] = keys[KEY_STRIDE * (number - 1) + VALUE]!;
      continue;
    }
    copyKeyInto(view, start, end, pool, word);
    const key = KEY_STRIDE * size;
    keys[key] = prints[print]!;
    keys[key + 1] = prints[print + 1]!;
    keys[key + 2] = prints[print + 2]!;
    keys[key + 3] = prints[print + 3]!;
    keys[key + LENGTH] = end - start;
    keys[key + TAG] = tags[i]!;
    keys[key + POOL_WORD] = word;
    keys[key + VALUE] = 0;
    values[i] = 0;
    ids[i] = size++;
    index[place] = (hash & ~mask) | size;
    word += (end - start + 3) >> 2;
  }
  used[0] = size;
  used[1] = word;
}

/** The place in the index that stands for a key, or the free one where it belongs. */
export function placeOfKey(
  view: DataView,
  start: number,
  end: number,
  tag: number,
  hash: number,
  index: Int32Array,
  keys: Int32Array,
  pool: Int32Array,
): number {
  const mask = index.length - 1;
  let place = hash & mask;
  for (;;) {
    const entry = index[place]!;
    if (entry === 0) return place;
    const key = KEY_STRIDE * ((entry & mask) - 1);
    const isIt =
      ((entry ^ hash) & ~mask) === 0 &&
      keys[key + LENGTH] === end - start &&
      keys[key + TAG] === tag &&
      holdsKey(view, start, end, pool, keys[key + POOL_WORD]!);
    if (isIt) return place;
    place = (place + 1) & mask;
  }
}

/** Whether the pool holds the bytes of a key from word `word` on. */
function holdsKey(view: DataView, start: number, end: number, pool: Int32Array, word: number): boolean {
  const length = end - start;
  const whole = start + (length & ~3);
  let differs = 0;
  let at = start;
  let held = word;
  for (; at < whole; at += 4) differs |= view.getInt32(at, true) ^ pool[held++]!;
  if ((length & 3) !== 0) differs |= (view.getInt32(at, true) & TAIL[length & 3]!) ^ pool[held]!;
  return differs === 0;
}

/** Copies the bytes of a key into the pool from word `word` on, the last word filled up with zeros. */
function copyKeyInto(view: DataView, start: number, end: number, pool: Int32Array, word: number): void {
  const length = end - start;
  const whole = start + (length & ~3);
  let held = word;
  let at = start;
  for (; at < whole; at += 4) pool[held++] = view.getInt32(at, true);
  if ((length & 3) !== 0) pool[held] = view.getInt32(at, true) & TAIL[length & 3]!;
}
