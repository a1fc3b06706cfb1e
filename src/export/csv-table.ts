import { plainCell, textCell } from './escape.js';

/** A column of a table we write: `text` may hold anything a stranger typed, `plain` only what we formatted ourselves. */
export interface TableColumn<T> {
  readonly name: string;
  readonly kind: 'text' | 'plain';
  readonly value: (item: T) => string | number;
}

/** Lines per chunk: large enough to write fast, small enough to keep memory flat. */
const LINES_PER_CHUNK = 2_000;

/** CSV text in chunks: a header, then one line per item, LF, no BOM. */
export function* csvTable<T>(columns: readonly TableColumn<T>[], items: Iterable<T>): Generator<string, void> {
  let lines = [columns.map((column) => plainCell(column.name)).join(',')];
  for (const item of items) {
    lines.push(
      columns
        .map(({ kind, value }) => (kind === 'text' ? textCell(String(value(item))) : plainCell(value(item))))
        .join(','),
    );
    if (lines.length === LINES_PER_CHUNK) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
