/** Numbers kept per key in `entries`: hash, tag, length in bytes, first word in the pool. */
export const ENTRY_STRIDE = 4;

/** Keeps the bytes of a last word that belong to the key: index = length & 3. Little endian, so the first bytes are low. */
const TAIL = Int32Array.of(-1, 0xff, 0xffff, 0xff_ffff);

/**
 * Hashes of `count` keys: key i is `bytes[starts[i] .. ends[i])` under `tags[i]`. Works on words of four bytes; `view` sees
 * the same bytes and must reach 3 bytes beyond every key. Not for secrets.
 */
export function hashKeysInto(
  view: DataView,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
  count: number,
  hashes: Int32Array,
): void {
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const length = ends[i]! - start;
    let hash = Math.imul(tags[i]! ^ length, 0x9e37_79b1) ^ 0x811c_9dc5;
    const whole = start + (length & ~3);
    for (let at = start; at < whole; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x2c1b_3c6d);
      hash ^= hash >>> 15;
    }
    if ((length & 3) !== 0) {
      hash = Math.imul(hash ^ (view.getInt32(whole, true) & TAIL[length & 3]!), 0x2c1b_3c6d);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x297a_2d39);
    hashes[i] = hash ^ (hash >>> 15);
  }
}

/**
 * Looks the keys up in the table. `ids[i]` becomes the number of key i, or -1 if it was not at the first slot tried; the
 * caller looks again for those. Each pass does independent loads only, so that cache misses overlap: a lookup after the
 * other would wait for slot, entry and bytes in turn.
 */
export function findKeysInto(
  view: DataView,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
  count: number,
  hashes: Int32Array,
  slots: Int32Array,
  entries: Int32Array,
  pool: Int32Array,
  ids: Int32Array,
): void {
  const mask = slots.length - 1;
  for (let i = 0; i < count; i++) ids[i] = slots[hashes[i]! & mask]! - 1;
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    if (id < 0) continue;
    const entry = ENTRY_STRIDE * id;
    const differs =
      (entries[entry]! ^ hashes[i]!) |
      (entries[entry + 1]! ^ tags[i]!) |
      (entries[entry + 2]! ^ (ends[i]! - starts[i]!));
    if (differs !== 0) ids[i] = -1;
  }
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    if (id < 0) continue;
    if (!holdsKey(view, starts[i]!, ends[i]!, pool, entries[ENTRY_STRIDE * id + 3]!)) ids[i] = -1;
  }
}

/** Whether the pool holds the bytes of a key from word `word` on. */
export function holdsKey(view: DataView, start: number, end: number, pool: Int32Array, word: number): boolean {
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
export function copyKeyInto(view: DataView, start: number, end: number, pool: Int32Array, word: number): void {
  const length = end - start;
  const whole = start + (length & ~3);
  let held = word;
  let at = start;
  for (; at < whole; at += 4) pool[held++] = view.getInt32(at, true);
  if ((length & 3) !== 0) pool[held] = view.getInt32(at, true) & TAIL[length & 3]!;
}
