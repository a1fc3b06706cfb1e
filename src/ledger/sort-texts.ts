import { type ByteInterner, sortPositions } from '../structures/index.js';

/** Bytes from here on begin characters whose UTF-8 order is not their code-unit order. */
const FIRST_ASTRAL_BYTE = 0xf0;
/** So many words of four bytes take part in the radix sort; longer common beginnings are compared as texts. */
const MAX_WORDS = 6;

/**
 * Numbers of the keys of an interner in code-unit order of their texts, after `ranks` if given. Sorts by the bytes,
 * several at a time, and compares texts only where the first 24 bytes do not decide. O(keys) apart from that.
 */
export function sortTexts(keys: ByteInterner, ranks: Uint32Array | undefined): Uint32Array {
  const { size } = keys;
  let known: readonly string[] | undefined;
  const compare = (a: number, b: number): number => {
    const byRank = ranks === undefined ? 0 : ranks[a]! - ranks[b]!;
    if (byRank !== 0) return byRank;
    const texts = (known ??= keys.texts());
    return texts[a]! < texts[b]! ? -1 : 1;
  };
  let longest = 0;
  let highest = 0;
  const words = Array.from({ length: MAX_WORDS }, () => new Uint32Array(size));
  for (let id = 0; id < size; id++) {
    const bytes = keys.bytes(id);
    longest = Math.max(longest, bytes.length);
    for (let i = 0; i < bytes.length; i++) {
      highest = Math.max(highest, bytes[i]!);
      if (i < 4 * MAX_WORDS) words[i >> 2]![id]! |= bytes[i]! << (24 - 8 * (i & 3));
    }
  }
  const used = words.slice(0, Math.ceil(longest / 4));
  const sortKeys = ranks === undefined ? used : [ranks, ...used];
  if (highest >= FIRST_ASTRAL_BYTE) return sortPositions(size, []).sort(compare);
  const order = sortPositions(size, sortKeys);
  for (let start = 0; start < size;) {
    let end = start + 1;
    while (end < size && sortKeys.every((key) => key[order[start]!] === key[order[end]!])) end++;
    if (end - start > 1) order.subarray(start, end).sort(compare);
    start = end;
  }
  return order;
}
