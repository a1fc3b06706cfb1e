import { type GraphField } from '../graph-fields.js';
import { shownText, xmlText } from '../shown-text.js';

/** Most characters that a cell may hold. */
const CELL_CHARS = 32_767;
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * A worksheet in chunks: a header, then a row for each item. Every text is an inline string, whatever it begins with, and
 * there is no formula. Numbers are numbers; what is not known is no cell.
 *
 * @see ECMA-376 part 1, sections 18.3.1.4 (c), 18.3.1.53 (is) and 22.9.2.19 (ST_Xstring)
 */
export function* sheetXml<T>(fields: readonly GraphField<T>[], items: Iterable<T>): Generator<string, void> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${NAMESPACE}"><sheetData>\n`;
  const columns = fields.map((_, i) => columnName(i));
  let row = 1;
  yield rowXml(
    row,
    columns,
    fields.map(({ name }) => name),
  );
  for (const item of items) {
    row += 1;
    yield rowXml(
      row,
      columns,
      fields.map(({ value }) => value(item)),
    );
  }
  yield '</sheetData></worksheet>\n';
}

function rowXml(row: number, columns: readonly string[], values: readonly (string | number | null)[]): string {
  const cells = values.map((value, i) => {
    if (value === null) return '';
    const place = `${columns[i]!}${row}`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>\n`;
}

/** The text of a cell. Readers turn `_x0041_` into A, so an underscore that begins such a word is written as one itself. */
function cellText(text: string): string {
  return xmlText(
    shownText(text)
      .slice(0, CELL_CHARS)
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_'),
  );
}

/** A, B, ..., Z, AA, ... */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
