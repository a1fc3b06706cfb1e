/** Entry of a table of byte meanings that says whether the text is UTF-8. */
export const IS_UTF8 = 256;

/** Position after the blanks, as String.prototype.trim knows them, that start at `from`. A delimiter is no blank. */
export function skipBlanks(bytes: Uint8Array, from: number, to: number, kinds: Uint8Array): number {
  let at = from;
  while (at < to) {
    const length = blankLength(bytes, at, kinds);
    if (length === 0 || at + length > to) return at;
    at += length;
  }
  return at;
}

/** Bytes of the blank at a position, 0 if there is none. Encodings of one byte have a no-break space at 0xA0 alone. */
function blankLength(bytes: Uint8Array, at: number, kinds: Uint8Array): number {
  const first = bytes[at]!;
  if (first < 128) return kinds[first] === 0 && (first === 32 || first === 9 || first === 11 || first === 12) ? 1 : 0;
  if (kinds[IS_UTF8] === 0) return first === 0xa0 ? 1 : 0;
  const second = bytes[at + 1]!;
  const third = bytes[at + 2]!;
  if (first === 0xc2) return second === 0xa0 ? 2 : 0;
  if (first === 0xe1) return second === 0x9a && third === 0x80 ? 3 : 0;
  if (first === 0xef) return second === 0xbb && third === 0xbf ? 3 : 0;
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? 3 : 0;
  if (first !== 0xe2) return 0;
  if (second === 0x81) return third === 0x9f ? 3 : 0;
  const space = third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf;
  return second === 0x80 && third >= 0x80 && space ? 3 : 0;
}
