import { conceptsOf, headerWords } from './header-concepts.js';

/** Encodings of one byte a character that banks use, the commonest first. */
const CANDIDATES = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1256'];
/** Characters looked at, and lines of them in which a header may stand. */
const LOOKED_AT = 8192;
const LINES = 60;

/**
 * The encoding under which most words at the beginning of a file are known as names of columns; the commonest of several. A
 * guess: every encoding reads every byte, rightly or not.
 */
export function guessEncoding(head: Uint8Array): string {
  let best = { encoding: CANDIDATES[0]!, known: -1 };
  for (const encoding of CANDIDATES) {
    const text = new TextDecoder(encoding).decode(head.subarray(0, LOOKED_AT));
    const lines = text.split(/\r\n?|\n/, LINES);
    const known = Math.max(0, ...lines.map(knownWords));
    if (known > best.known) best = { encoding, known };
  }
  return best.encoding;
}

function knownWords(line: string): number {
  return headerWords(line).filter((word) => conceptsOf(word).size > 0).length;
}
