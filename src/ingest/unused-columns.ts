import { FileHeader } from './file-header.js';
import { columnsOf, type Mapping } from './mapping.js';

/** More names than these are only counted. */
const MOST_NAMES = 30;

/** A sentence on the columns that a mapping does not read; undefined if it reads all. */
export function describeUnused(columns: readonly string[], mapping: Mapping): string | undefined {
  const header = FileHeader.named(columns);
  const used = new Set(columnsOf(mapping).map((column) => header.find(column)));
  const unused = columns.filter((_, cell) => !used.has(cell)).map((name, i) => name.slice(0, 80) || `#${i + 1}`);
  if (unused.length === 0) return undefined;
  const more = unused.length > MOST_NAMES ? ` and ${unused.length - MOST_NAMES} more` : '';
  return `columns not used: ${unused.slice(0, MOST_NAMES).join(', ')}${more}`;
}
