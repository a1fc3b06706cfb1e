/** Characters that change how the text around them is read: controls, direction marks, line separators. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
/** What a spreadsheet takes for a formula, after leading blanks. */
const FORMULA = /^[\s\u00a0]*[=+\-@]/u;

/**
 * Text with invisible and direction-changing characters written out as `\\u202e`, so that what is read is what is there.
 */
export function showInvisible(text: string): string {
  return text.replace(INVISIBLE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A CSV cell for text that came from strangers: invisible characters written out, a leading apostrophe where a
 * spreadsheet would run a formula, quotes where CSV needs them.
 */
export function textCell(text: string): string {
  const shown = showInvisible(text);
  return quoteCell(FORMULA.test(shown) ? `'${shown}` : shown);
}

/** A CSV cell for text of our own (numbers, codes, times): quoted only where CSV needs it. */
export function plainCell(value: string | number): string {
  return quoteCell(String(value));
}

function quoteCell(text: string): string {
  return /[",\r\n\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
