import { type GraphField } from './graph-fields.js';
import { guardedCell, isDecimal } from './shown-text.js';

/** Lines per chunk. */
const LINES = 1_000;

/**
 * A CSV table in chunks: a header, then one line per item, LF, no BOM. Texts are quoted and guarded against formulas;
 * numbers, and texts that are plain decimals, stand as they are. What is not known is an empty cell.
 */
export function* guardedTable<T>(fields: readonly GraphField<T>[], items: Iterable<T>): Generator<string, void> {
  let lines = [fields.map(({ name }) => name).join(',')];
  for (const item of items) {
    lines.push(fields.map(({ value }) => cell(value(item))).join(','));
    if (lines.length >= LINES) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return isDecimal(value) ? value : guardedCell(value);
}
