/**
 * Characters that change how the text around them is read, or that are not seen: controls, direction marks, line separators,
 * zero-width spaces, soft hyphens, tags. Joiners stay, which Persian and other scripts need.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** What may stand before a formula without keeping a spreadsheet from running it. */
const BLANKS = String.raw`[\p{Zs}\u200c\u200d]*`;
const SIGN = String.raw`[=+\-@＝＋－＠]`;
/** What a spreadsheet takes for a formula: at the start of a cell, or behind what sets cells apart in other spreadsheets. */
const FORMULA = new RegExp(String.raw`(^|[;\t|\r\n])(?=${BLANKS}${SIGN})`, 'gu');
const GUARD = new RegExp(String.raw`(^|[;\t|\r\n])'(?=${BLANKS}${SIGN})`, 'gu');

/**
 * Text with invisible and direction-changing characters written out as `\\u202e`, so that what is read is what is there. Those
 * beyond U+FFFF as two units, which JSON takes as well.
 */
export function showInvisible(text: string): string {
  return text.replace(INVISIBLE, (mark) =>
    Array.from({ length: mark.length }, (_, i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}

/**
 * A CSV cell for text that came from strangers: invisible characters written out, an apostrophe where a spreadsheet would
 * run a formula, also one that takes semicolons or tabs for borders of cells, quotes where CSV needs them.
 */
export function textCell(text: string): string {
  return quoteCell(showInvisible(text).replace(FORMULA, "$1'"));
}

/** Takes back the apostrophes of {@link textCell}; invisible characters stay written out. */
export function unguardCell(text: string): string {
  return text.replace(GUARD, '$1');
}

/** A CSV cell for text of our own (numbers, codes, times): quoted only where CSV needs it. */
export function plainCell(value: string | number): string {
  return quoteCell(String(value));
}

function quoteCell(text: string): string {
  return /[",;|\r\n\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
