/** Symbol of what sets cells apart. */
export const BORDER = 0;

/** Letters, digits and marks of any script. */
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** What is not seen: zero-width characters, soft hyphens, direction marks, tags, control characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/gu;
/** What sets cells apart in tables of the usual kinds. */
const BORDERS = ',;|\t\r\n';

/** A text as {@link foldText} gives it. All arrays are as long as `symbols`. */
export interface FoldedText {
  /** Code points of letters and digits, and one {@link BORDER} for a stretch between two that has a border in it. */
  readonly symbols: readonly number[];
  /** Whether something else stood before the symbol: a blank, a dot, a dash, a border, or nothing at all. */
  readonly gapBefore: readonly boolean[];
  /** Number of gaps up to and with the one before the symbol. */
  readonly gaps: readonly number[];
}

/** The text in one spelling: width and case of letters do not matter, and what is not seen is not there. */
export function plainSpelling(text: string): string {
  return text.replaceAll(UNSEEN, '').normalize('NFKC').toLowerCase().replaceAll(UNSEEN, '');
}

/** Breaks a text into the letters and digits that it is read as, and the gaps between them. O(text). */
export function foldText(text: string): FoldedText {
  const symbols: number[] = [];
  const gapBefore: boolean[] = [];
  const gaps: number[] = [];
  let isGap = true;
  let isBorder = false;
  let count = 0;
  const add = (symbol: number, hasGap: boolean): void => {
    if (hasGap) count++;
    symbols.push(symbol);
    gapBefore.push(hasGap);
    gaps.push(count);
  };
  for (const mark of plainSpelling(text)) {
    const code = mark.codePointAt(0)!;
    if (isLetter(code, mark)) {
      if (isBorder && symbols.length > 0) add(BORDER, true);
      add(code, isGap);
      isGap = isBorder = false;
    } else {
      isGap = true;
      isBorder ||= BORDERS.includes(mark);
    }
  }
  return { symbols, gapBefore, gaps };
}

function isLetter(code: number, mark: string): boolean {
  if (code >= 128) return LETTER.test(mark);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
