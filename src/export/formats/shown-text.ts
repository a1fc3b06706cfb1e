/**
 * Characters that nobody sees, that change how the text around them is read, or that are no text: controls (line breaks
 * and tabs too), halves of surrogate pairs, line and paragraph separators, whatever Unicode says is drawn as nothing
 * (zero-width, direction and tag characters, fillers, variation selectors), and code points that are no characters.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;

/**
 * Text of a stranger for formats of other tools: what is unseen is written out as `\u202e` or `\u{e0041}`, so that what is
 * read is what is there, on one line. Stricter than `showInvisible`, which leaves what a CSV of ours can hold. The result
 * holds only characters that XML 1.0 allows.
 */
export function shownText(text: string): string {
  return text.replace(UNSEEN, (mark) => {
    const hex = mark.codePointAt(0)!.toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** Text as content of an element or value of an attribute of XML, quotes of both kinds included. */
export function xmlText(text: string): string {
  return shownText(text).replace(/[&<>"']/gu, (mark) => XML_NAMES.get(mark)!);
}

const XML_NAMES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** What a spreadsheet takes for the start of a formula: first in a cell, or behind what another program may split cells at. */
const FORMULA = /(^|[;,|])([\s'"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;
/** A backslash that a reader which escapes with backslashes would join with what follows it, the closing quote included. */
const JOINING_BACKSLASH = /\\(?=["\\]|$)/gu;

/**
 * A CSV cell for text of a stranger, always quoted: one cell for readers that double quotes and for those that escape them
 * with a backslash (Neo4j does by default), and no formula, also where the file is opened with another separator.
 */
export function guardedCell(text: string): string {
  const guarded = shownText(text).replace(FORMULA, `$1$2'`).replace(JOINING_BACKSLASH, '\\u005c');
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** Decimal text as documents hold amounts. Anything else is text of a stranger. */
export function isDecimal(text: string | null): text is string {
  return text !== null && /^-?\d{1,300}(?:\.\d+)?$/u.test(text);
}
