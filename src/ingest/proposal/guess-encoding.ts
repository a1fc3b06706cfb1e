import { conceptsOf, headerWords } from './header-concepts.js';

/** Encodings of one byte a character that banks use, the commonest first. */
const CANDIDATES = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1256'];
/** Characters looked at, and lines of them in which a header may stand. */
const LOOKED_AT = 8192;
const LINES = 60;

/**
 * The encoding under which most words of one line at the beginning of a file are known as names of columns and fewest words hold
 * signs; the commonest of several. A
 * guess: every encoding reads every byte, rightly or not.
 */
export function guessEncoding(head: Uint8Array): string {
  let best = { encoding: CANDIDATES[0]!, known: -Infinity };
  for (const encoding of CANDIDATES) {
    const text = new TextDecoder(encoding).decode(head.subarray(0, LOOKED_AT));
    const lines = text.split(/\r\n?|\n/, LINES);
    // Signs inside words show that a letter was meant.
    const odd =
      text.match(/\p{L}[\u00a1-\u00bf\u00d7\u00f7\u0080-\u009f]|[\u00a1-\u00bf\u00d7\u00f7]\p{L}/gu)?.length ?? 0;
    const known = Math.max(0, ...lines.map(knownWords)) - odd / 4;
    if (known > best.known) best = { encoding, known };
  }
  return best.encoding;
}

function knownWords(line: string): number {
  return headerWords(line).filter((word) => conceptsOf(word).size > 0).length;
}
