import { AhoCorasick } from '../structures/index.js';
import { BORDER, type FoldedText, foldText, plainSpelling } from './folded-text.js';

/** Stands in for the raw text of a record that may name a protected payer, or somebody whom the user vouches for. */
const MASKED_RECORD = '[may name somebody who stays unnamed: see the file]';
/** From this many letters and digits on, a text is looked for in every spelling; a shorter one only as it is written. */
const RESPELT = 5;
/** Of a longer text the beginning is looked for. */
const LONGEST = 64;
/** Raw texts of records are cut here: what stands at the end of one that long may go on. */
const CUT_RAW = 2000;
const ZERO = 48;

/** Marks of what a place in the automaton means. */
const ENDS = 1;
const RESPELLS = 2;
const GOES_ON = 4;

/** Words and signs for "nothing here". Who is called so cannot be told from an empty cell, and is named by none. */
const NOTHING = new Set(['null', 'none', 'nil', 'nan', 'na', 'n/a', 'unknown', 'undefined']);
const NO_NAME = /^[\p{Dash}.?_/ ]*$/u;
const CELL_BORDERS = /[,;|\t\r\n"]/u;

/**
 * Makes the function that shows a record as written, or a placeholder if one of the texts stands anywhere in it as whole
 * words: in a cell, inside quote marks, or in a sentence. Width and case of letters, quote marks and characters that are not seen do
 * not matter. A text of at least five letters and digits is also found with blanks, dots, dashes or other marks between
 * them, with more or fewer zeros before it, without its last character, and at the end of a record that was cut. A text without
 * letters and digits is found only as a whole cell, and one that stands for an empty cell never. Knows nothing of cells
 * otherwise, since a record that could not be read may have none.
 *
 * Cost: O(total length of the texts) to make; linear in each record, whatever the number of texts.
 */
export function recordMask(masked: ReadonlySet<string>): (raw: string) => string {
  const automaton = new AhoCorasick();
  const marksOnly = new Set<string>();
  for (const written of masked) {
    const plain = plainSpelling(written).trim();
    if (NO_NAME.test(plain) || NOTHING.has(plain)) continue;
    if (!addTo(automaton, foldText(written))) marksOnly.add(plain);
  }
  automaton.finish();
  const names = (raw: string): boolean =>
    standsIn(automaton, foldText(raw), raw.length >= CUT_RAW) ||
    (marksOnly.size > 0 && plainCells(raw).some((cell) => marksOnly.has(cell)));
  return (raw) => (masked.size > 0 && names(raw) ? MASKED_RECORD : raw);
}

/** Adds a text to look for. False = it has no letters or digits. */
function addTo(automaton: AhoCorasick, { symbols, gapBefore, gaps }: FoldedText): boolean {
  const letters = symbols.filter((symbol) => symbol !== BORDER);
  if (letters.length === 0) return false;
  const zeros = zerosBefore(letters);
  const isLong = letters.length - zeros >= RESPELT;
  // Nobody knows which gaps matter in a text that is written with some.
  const marks = ENDS | (isLong || gaps.at(-1)! > 1 ? RESPELLS : 0);
  // A last word of one letter is no letter that somebody forgot.
  const canBeCut = isLong && !gapBefore.at(-1)!;
  const isOneCell = letters.length === symbols.length;
  addPattern(automaton, isLong ? letters.slice(zeros) : letters, marks, canBeCut && isOneCell);
  if (!isOneCell) addPattern(automaton, symbols, marks, canBeCut);
  return true;
}

function addPattern(automaton: AhoCorasick, symbols: readonly number[], marks: number, canBeCut: boolean): void {
  if (symbols.length > LONGEST) {
    automaton.add(symbols.slice(0, LONGEST), marks | GOES_ON);
    return;
  }
  automaton.add(symbols, marks);
  if (canBeCut && symbols.length > RESPELT) automaton.add(symbols.slice(0, -1), marks);
}

/** Zeros that the text begins with; all of it may be zeros. */
function zerosBefore(letters: readonly number[]): number {
  const count = letters.findIndex((symbol) => symbol !== ZERO);
  return count < 0 ? letters.length : count;
}

/** Whether a text of the automaton stands in another. At most {@link LONGEST} of them can end at one place. */
function standsIn(automaton: AhoCorasick, { symbols, gapBefore, gaps }: FoldedText, isCut: boolean): boolean {
  let state = 0;
  /** By symbol: whether nothing but zeros stands before it in its word. */
  const begins: boolean[] = [];
  const startsWord = (at: number, respelt: boolean): boolean => (respelt ? begins[at]! : gapBefore[at]!);
  for (let at = 0; at < symbols.length; at++) {
    begins.push(gapBefore[at]! || (begins[at - 1] === true && symbols[at - 1] === ZERO));
    state = automaton.next(state, symbols[at]!);
    const endsWord = gapBefore[at + 1] ?? true;
    for (let found = automaton.pattern(state); found !== 0; found = automaton.shorterPattern(found)) {
      const marks = automaton.marks(found);
      if (!endsWord && (marks & GOES_ON) === 0) continue;
      const start = at + 1 - automaton.length(found);
      const respelt = (marks & RESPELLS) !== 0;
      if (startsWord(start, respelt) && (respelt || gaps[start] === gaps[at])) return true;
    }
  }
  for (; isCut && state !== 0; state = automaton.shorterState(state)) {
    const length = automaton.length(state);
    if (length >= RESPELT && startsWord(symbols.length - length, true)) return true;
  }
  return false;
}

function plainCells(raw: string): string[] {
  return raw.split(CELL_BORDERS).map((cell) => plainSpelling(cell).trim());
}
