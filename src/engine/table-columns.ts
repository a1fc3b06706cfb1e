import { columnsOf, type ColumnRef, type Mapping, type PresetName } from '../ingest/index.js';
import { isSayable } from './table-names.js';

/**
 * The columns of a table that a mapping reads, and its key, each once: what else a table knows of people is none of our business.
 * Undefined, for all columns, where it cannot be told before they are seen: a preset, a column by its place or one that may be absent,
 * or a name that cannot be said to Spark.
 */
export function tableColumns(mapping: PresetName | Mapping, key: readonly string[]): readonly string[] | undefined {
  if (typeof mapping === 'string') return undefined;
  const columns = new Map(key.map((name) => [name.toLowerCase(), name]));
  for (const column of columnsOf(mapping)) {
    const name = plainName(column);
    if (name === undefined || !isSayable(name)) return undefined;
    if (!columns.has(name.toLowerCase())) columns.set(name.toLowerCase(), name);
  }
  return [...columns.values()];
}

/** Its name, where that alone says which column is meant. */
function plainName(column: ColumnRef): string | undefined {
  if (typeof column === 'string') return column.trim();
  if (typeof column === 'number' || column.occurrence !== undefined || column.optional === true) return undefined;
  return column.name.trim();
}
