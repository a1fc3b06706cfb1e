/** What a text and a record are compared as: no case, no width, nothing that is not seen. */
function plain(text: string): string {
  const seen = (part: string): string =>
    part.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu, '');
  return seen(seen(text).normalize('NFKC').toLowerCase());
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** What may stand between the letters of one cell, and what of two. */
const INSIDE = '[^\\p{L}\\p{M}\\p{N},;|\\t\\r\\n]*';
const BETWEEN = `${INSIDE}[,;|\\t\\r\\n][^\\p{L}\\p{M}\\p{N}]*`;

/** A text's letters, with `|` where cells are set apart. */
function lettersOf(text: string): string[] {
  const borders = text
    .replaceAll(/[^\p{L}\p{M}\p{N}]*[,;|\t\r\n][^\p{L}\p{M}\p{N}]*/gu, '|')
    .replace(/^\|+|\|+$/gu, '');
  return Array.from(borders.replaceAll(/[^\p{L}\p{M}\p{N}|]/gu, ''));
}

/** All ways in which a text of letters may be written, as one pattern for each. */
function patternsOf(written: string): RegExp[] {
  const text = plain(written).trim();
  const withBorders = lettersOf(text);
  const joined = withBorders.filter((letter) => letter !== '|');
  const bare = Array.from(joined.join('').replace(/^0+/u, ''));
  const isLong = bare.length >= 5;
  const hasGaps = /[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}]+[\p{L}\p{M}\p{N}]/u.test(text);
  const endsInGroup = /[\p{L}\p{M}\p{N}]{2}[^\p{L}\p{M}\p{N}]*$/u.test(text);
  const isOneCell = !withBorders.includes('|');
  const forms = [isLong ? bare : joined, ...(isOneCell ? [] : [withBorders])];
  return forms.flatMap((form) => {
    const canBeCut = isLong && endsInGroup && form.length > 5 && form.length <= 64 && isOneCell === !form.includes('|');
    return [form.slice(0, 64), ...(canBeCut ? [form.slice(0, -1)] : [])].map((letters) => {
      const gap = isLong || hasGaps ? INSIDE : '';
      const body = letters.map((letter, i) => {
        if (letter === '|') return BETWEEN;
        return i === 0 || letters[i - 1] === '|' ? letter : gap + letter;
      });
      const zeros = isLong || hasGaps ? '0*' : '';
      const end = form.length > 64 ? '' : `(?!${LETTER})`;
      return new RegExp(`(?<!${LETTER})${zeros}${body.join('')}${end}`, 'u');
    });
  });
}

/** Whether one of the texts stands in a record: text by text, spelling by spelling. */
export function slowlyNames(texts: Iterable<string>, raw: string): boolean {
  const record = plain(raw);
  for (const written of texts) {
    const text = plain(written).trim();
    if (/^[\p{Dash}.?_/ ]*$/u.test(text)) continue;
    if (['null', 'none', 'nil', 'nan', 'na', 'n/a', 'unknown', 'undefined'].includes(text)) continue;
    if (lettersOf(text).every((letter) => letter === '|')) {
      if (raw.split(/[,;|\t\r\n"]/u).some((cell) => plain(cell).trim() === text)) return true;
    } else if (patternsOf(written).some((pattern) => pattern.test(record))) return true;
  }
  return false;
}
