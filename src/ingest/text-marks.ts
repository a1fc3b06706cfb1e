import { greatest } from '../structures/index.js';

/** The bytes of texts in small letters and capitals. */
function spellingsOf(texts: readonly string[]): Uint8Array[] {
  const encoder = new TextEncoder();
  return texts.flatMap((text) => [text, text.toUpperCase()]).map((text) => encoder.encode(text));
}

/** By length in bytes: 1 where a text has it. */
export function lengthsOf(texts: readonly string[]): Uint8Array {
  const spellings = spellingsOf(texts);
  const lengths = new Uint8Array(
    1 +
      greatest(
        spellings.map((bytes) => bytes.length),
        0,
      ),
  );
  for (const { length } of spellings) lengths[length] = 1;
  return lengths;
}

/** By byte: 1 where a text begins with it, in small letters or capitals. */
export function firstsOf(texts: readonly string[]): Uint8Array {
  const firsts = new Uint8Array(256);
  for (const [first] of spellingsOf(texts)) if (first !== undefined) firsts[first] = 1;
  return firsts;
}
