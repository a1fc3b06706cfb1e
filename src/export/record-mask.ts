/** Stands in for the raw text of a record that may name a protected payer, or somebody whom the user vouches for. */
const MASKED_RECORD = '[may name somebody who stays unnamed: see the file]';
const WORD = /[\p{L}\p{N}]+/gu;
const WORD_ENDS = /[\p{L}\p{N}]$/u;
/** What cannot be inside an account that is written in groups. */
const NO_GROUP = /[^\p{L}\p{N} ]+/u;

/** A text to look for, and where its first word begins in it. */
interface Wanted {
  readonly text: string;
  readonly wordAt: number;
}

/**
 * Makes the function that shows a record as written, or a placeholder if one of the texts stands anywhere in it as whole
 * words: in a cell, inside quote marks, or in a sentence; also in capitals, with quote marks doubled, or in groups set
 * apart by blanks. Knows nothing of cells, since a record that could not be read may have none.
 */
export function recordMask(masked: ReadonlySet<string>): (raw: string) => string {
  const byFirstWord = new Map<string, Wanted[]>();
  const wordless: string[] = [];
  const plain = new Set<string>();
  for (const written of masked) {
    const text = written.toLowerCase();
    plain.add(text);
    for (const variant of new Set([text, text.replaceAll('"', '""')])) {
      const first = variant.match(WORD)?.[0];
      if (first === undefined) wordless.push(variant);
      else {
        const wanted = { text: variant, wordAt: variant.indexOf(first) };
        const known = byFirstWord.get(first);
        if (known === undefined) byFirstWord.set(first, [wanted]);
        else known.push(wanted);
      }
    }
  }
  const names = (raw: string): boolean => {
    for (const { 0: word, index } of raw.matchAll(WORD)) {
      for (const { text, wordAt } of byFirstWord.get(word) ?? []) if (standsAt(raw, text, index - wordAt)) return true;
    }
    if (wordless.some((text) => text !== '' && raw.includes(text))) return true;
    return raw.split(NO_GROUP).some((cell) => plain.has(cell.replaceAll(' ', '')));
  };
  return (raw) => (masked.size > 0 && names(raw.toLowerCase()) ? MASKED_RECORD : raw);
}

/** Whether the text is there, and no letter or digit continues it. */
function standsAt(raw: string, text: string, at: number): boolean {
  if (at < 0 || !raw.startsWith(text, at)) return false;
  const [next] = raw.slice(at + text.length, at + text.length + 2);
  return next === undefined || !WORD_ENDS.test(text) || !WORD_ENDS.test(next);
}
