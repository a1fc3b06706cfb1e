/** Shorter texts stand in others by chance. */
const LEAST_LETTERS = 5;
/** Longer ones are no account and no name; pieces of every length would be too many. */
const MOST_LETTERS = 80;

/**
 * Positions of the texts that hold one of the sought ones. Case, width and whatever stands between letters and digits do not
 * matter; sought texts under five letters and digits are not looked for, nor are those over eighty. O(length of the texts squared + sought).
 */
export function textsHolding(texts: readonly string[], sought: Iterable<string>): ReadonlySet<number> {
  const pieces = new Map<string, number[]>();
  texts.map(foldedText).forEach((text, i) => {
    for (let from = 0; from + LEAST_LETTERS <= text.length; from++) {
      for (let to = from + LEAST_LETTERS; to <= Math.min(text.length, from + MOST_LETTERS); to++) {
        const piece = text.slice(from, to);
        const known = pieces.get(piece);
        if (known === undefined) pieces.set(piece, [i]);
        else if (known.at(-1) !== i) known.push(i);
      }
    }
  });
  const found = new Set<number>();
  for (const text of sought) for (const i of pieces.get(foldedText(text)) ?? []) found.add(i);
  return found;
}

/**
 * A sieve for UTF-8 bytes of sought texts: false only for those that {@link textsHolding} would not find in these texts. It looks at the
 * first five letters and digits, and lets everything through that has another character than ASCII among or right behind them.
 * O(length of the texts) to make, O(1) for texts without marks.
 */
export function sieveFor(texts: readonly string[]): (bytes: Uint8Array, from: number, to: number) => boolean {
  const beginnings = new Set<number>();
  // By the lowest bits of a beginning: hardly a text of many gets past, and a set need not be asked about the others.
  const mayBegin = new Uint8Array(1 << FILTER_BITS);
  for (const text of texts.map(foldedText)) {
    for (let from = 0; from + LEAST_LETTERS <= text.length; from++) {
      const piece = text.slice(from, from + LEAST_LETTERS);
      if (!/^[0-9a-z]+$/u.test(piece)) continue;
      const number = parseInt(piece, RADIX);
      beginnings.add(number);
      mayBegin[number & FILTER_MASK] = 1;
    }
  }
  return (bytes, from, to) => {
    let number = 0;
    let letters = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      // A mark may change the letter before it.
      if (byte >= 0x80) return true;
      if (letters === LEAST_LETTERS) break;
      const digit = DIGITS[byte]!;
      if (digit < 0) continue;
      number = number * RADIX + digit;
      letters++;
    }
    return letters === LEAST_LETTERS && mayBegin[number & FILTER_MASK] === 1 && beginnings.has(number);
  };
}

const RADIX = 36;
const FILTER_BITS = 12;
const FILTER_MASK = (1 << FILTER_BITS) - 1;
/** By ASCII code, see {@link digitOf}. */
const DIGITS = Int8Array.from({ length: 0x80 }, (_, byte) => digitOf(byte));

/** Value of an ASCII digit or letter, as parseInt knows it to base 36; -1 for any other. */
function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a ? small - 0x61 + 10 : -1;
}

/** Letters and digits alone, in small ones. */
export function foldedText(text: string): string {
  if (/^[0-9a-z]*$/u.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
