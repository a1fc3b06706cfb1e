/**
 * Numbers kept per key in `entries`: three words of its bytes and its hash (its print), length, tag, first word in the
 * pool. A power of two, so that an entry does not straddle more cache lines than it must.
 */
export const ENTRY_STRIDE = 8;
/** Numbers of a print: see {@link printKeysInto}. */
export const PRINT_STRIDE = 4;
/** Keys up to this length are all in their print. */
const PRINTED_LENGTH = 12;

/** Keeps the bytes of a word that belong to a key of 0 to 3 bytes. Little endian, so the first bytes are low. */
const SHORT = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff);
/** As {@link SHORT} for the last word of a longer key, by length & 3. */
const TAIL = Int32Array.of(-1, 0xff, 0xffff, 0xff_ffff);

/**
 * Prints of `count` keys: key i is `bytes[starts[i] .. ends[i])` under `tags[i]`. A print is the first word of four bytes,
 * the second, the last (overlapping as they may) and a hash of everything; not for secrets. `view` sees the bytes and must
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
    let hash =
      Math.imul(first, 0x9e37_79b1) ^
      Math.imul(second, 0x85eb_ca6b) ^
      Math.imul(last, 0x2545_f491) ^
      Math.imul(tags[i]! + Math.imul(length, 0x0100_0193), 0x27d4_eb2f);
    for (let at = start + 8; at < end - 4; at += 4) {
      hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(at, true), 0x2c1b_3c6d);
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
    const print = PRINT_STRIDE * i;
    prints[print] = first;
    prints[print + 1] = second;
    prints[print + 2] = last;
    prints[print + 3] = hash ^ (hash >>> 13);
  }
}

/**
 * Looks the keys up in the table: `ids[i]` becomes the number of key i, or -1 if it is not there. All keys take their
 * next step together, in passes of independent loads, so that cache misses overlap: one look-up after the other would
 * wait for slot, entry and bytes in turn. `pending` and `places` are scratch of length `count`.
 */
export function findKeysInto(
  view: DataView,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
  count: number,
  prints: Int32Array,
  slots: Int32Array,
  entries: Int32Array,
  pool: Int32Array,
  pending: Int32Array,
  places: Int32Array,
  ids: Int32Array,
): void {
  const mask = slots.length - 1;
  for (let i = 0; i < count; i++) {
    const place = prints[PRINT_STRIDE * i + 3]! & mask;
    pending[i] = i;
    places[i] = place;
    ids[i] = slots[place]! - 1;
  }
  for (let left = count; left > 0;) {
    let next = 0;
    for (let k = 0; k < left; k++) {
      const i = pending[k]!;
      const id = ids[i]!;
      if (id < 0) continue;
      const entry = ENTRY_STRIDE * id;
      const print = PRINT_STRIDE * i;
      const length = ends[i]! - starts[i]!;
      let differs =
        (entries[entry]! ^ prints[print]!) |
        (entries[entry + 1]! ^ prints[print + 1]!) |
        (entries[entry + 2]! ^ prints[print + 2]!) |
        (entries[entry + 3]! ^ prints[print + 3]!) |
        (entries[entry + 4]! ^ length) |
        (entries[entry + 5]! ^ tags[i]!);
      if (length > PRINTED_LENGTH && differs === 0) {
        differs = holdsKey(view, starts[i]!, ends[i]!, pool, entries[entry + 6]!) ? 0 : 1;
      }
      pending[next] = i;
      next += differs === 0 ? 0 : 1;
    }
    for (let k = 0; k < next; k++) {
      const i = pending[k]!;
      const place = (places[i]! + 1) & mask;
      places[i] = place;
      ids[i] = slots[place]! - 1;
    }
    left = next;
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
