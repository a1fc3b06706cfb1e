import { type ByteInterner, type InternedKeys, sortPositions } from '../structures/index.js';

/** The top bit of each byte of a word; after four of them have met there, set for a byte from 0xF0 on. */
const ASTRAL_BITS = 0x8080_8080;
/** This many words of four bytes take part in the radix sort; longer common beginnings are compared as texts. */
const MAX_WORDS = 6;

/**
 * Numbers of the keys of an interner, `keys` being all of them, in code-unit order of their texts, after `ranks` if given.
 * Sorts by the bytes, several at a time, and compares texts only where the first 24 bytes do not decide, or where there
 * are characters whose UTF-8 order is not their code-unit order. O(keys) apart from that.
 */
export function sortTexts(interner: ByteInterner, keys: InternedKeys, ranks: Uint32Array | undefined): Uint32Array {
  const { pool, words: starts, lengths } = keys;
  const size = lengths.length;
  let known: readonly string[] | undefined;
  const compare = (a: number, b: number): number => {
    const byRank = ranks === undefined ? 0 : ranks[a]! - ranks[b]!;
    if (byRank !== 0) return byRank;
    const texts = (known ??= interner.texts());
    return texts[a]! < texts[b]! ? -1 : 1;
  };
  const words = Array.from({ length: MAX_WORDS }, () => new Uint32Array(size));
  let longest = 0;
  let astral = 0;
  for (let id = 0; id < size; id++) {
    const start = starts[id]!;
    const count = (lengths[id]! + 3) >> 2;
    longest = Math.max(longest, count);
    for (let i = 0; i < count; i++) {
      const word = pool[start + i]!;
      astral |= word & (word << 1) & (word << 2) & (word << 3);
      if (i < MAX_WORDS) words[i]![id] = firstByteHighest(word);
    }
  }
  const used = words.slice(0, longest);
  const sortKeys = ranks === undefined ? used : [ranks, ...used];
  if ((astral & ASTRAL_BITS) !== 0) return sortPositions(size, []).sort(compare);
  const order = sortPositions(size, sortKeys);
  for (let start = 0; start < size;) {
    let end = start + 1;
    while (end < size && agree(sortKeys, order[start]!, order[end]!)) end++;
    if (end - start > 1) order.subarray(start, end).sort(compare);
    start = end;
  }
  return order;
}

function agree(columns: readonly Uint32Array[], a: number, b: number): boolean {
  // From the last column on, which is the one to tell neighbours apart.
  for (let i = columns.length - 1; i >= 0; i--) if (columns[i]![a] !== columns[i]![b]) return false;
  return true;
}

/** The four bytes of a pool's word, which are low byte first, as a number that orders as they do. */
function firstByteHighest(word: number): number {
  return ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
