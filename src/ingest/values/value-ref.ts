/**
 * A column of the file: its header text, its 1-based position, or a header text with the occurrence (1-based) if the
 * header names it more than once. Header texts are compared trimmed and without regard to case. A column marked
 * `optional` may be absent; any other absent column makes the file unreadable with this mapping.
 */
export type ColumnRef = string | number | NamedColumn;

/** A column by header text, with more to say about it. */
export interface NamedColumn {
  readonly name: string;
  /** Which of several columns of that name, from 1. Default: the only one. */
  readonly occurrence?: number;
  /** Default false. */
  readonly optional?: boolean;
}

/** A value that is the same for a whole file. */
export type FileValue =
  /** One text for every row. */
  | { readonly constant: string }
  /** Part of the file's name (folders cut off), found by a pattern as in {@link ValueRef}. */
  | { readonly fileName: string }
  /** Part of a line above the header (cells joined by blanks), found by a pattern; see `dialect.titleRows`. */
  | { readonly title: string };

/**
 * Where a text of a row comes from: a column, a value of the whole file, part of a cell, the first of two cells that holds
 * something, or several cells as one text, so that the same cells give the same text and others another.
 *
 * With `orColumn` the second cell is read where the first holds nothing: it is empty, a text of `missing`, or one that is no account
 * (see `accounts`). Where both hold something the first counts, whatever the second says.
 *
 * Part of a cell is what the first group of a pattern matches, or all of it if there is no group; empty where it is not
 * found. Patterns are JavaScript's regular expressions without look-around, back references and repetitions inside
 * repetitions, of at most 200 characters; the first 1,000 characters of a cell are searched, in linear time.
 */
export type ValueRef =
  | ColumnRef
  | FileValue
  | { readonly column: ColumnRef; readonly pattern: string }
  | { readonly column: ColumnRef; readonly orColumn: ColumnRef }
  | readonly ColumnRef[];

/** Stands in a proposed mapping where a person has to say what is meant; a mapping that holds it is refused. */
export const UNKNOWN_VALUE = '???';

export function isFileValue(value: ValueRef): value is FileValue {
  return typeof value === 'object' && ('constant' in value || 'fileName' in value || 'title' in value);
}

/** Columns that a value is made of. */
export function columnsIn(value: ValueRef): readonly ColumnRef[] {
  if (typeof value !== 'object') return [value];
  if (isFileValue(value)) return [];
  if ('column' in value) return 'orColumn' in value ? [value.column, value.orColumn] : [value.column];
  return 'name' in value ? [value] : value;
}
