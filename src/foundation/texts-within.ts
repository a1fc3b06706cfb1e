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

/** Letters and digits alone, in small ones. */
export function foldedText(text: string): string {
  if (/^[0-9a-z]*$/u.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
