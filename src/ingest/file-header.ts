import { InputError } from '../foundation/index.js';
import { NO_CELL } from './row-plan.js';
import { type ColumnRef } from './values/value-ref.js';

/** The columns of one file: header texts by position, looked up trimmed and without regard to case. */
export class FileHeader {
  readonly names: readonly string[];
  readonly #cellsOf = new Map<string, number[]>();
  readonly #isNamed: boolean;

  private constructor(names: readonly string[], isNamed: boolean) {
    this.names = names;
    this.#isNamed = isNamed;
    if (!isNamed) return;
    names.forEach((name, cell) => {
      const key = headerKey(name);
      const known = this.#cellsOf.get(key);
      if (known === undefined) this.#cellsOf.set(key, [cell]);
      else known.push(cell);
    });
  }

  static named(cells: readonly string[]): FileHeader {
    return new FileHeader(
      cells.map((cell) => cell.trim()),
      true,
    );
  }

  /** A table without header: columns are called `#1`, `#2`, ... */
  static numbered(cellCount: number): FileHeader {
    return new FileHeader(
      Array.from({ length: cellCount }, (_, cell) => `#${cell + 1}`),
      false,
    );
  }

  /** Cell of a column, or NO_CELL if the file does not have it. */
  find(column: ColumnRef): number {
    if (typeof column === 'number') return column <= this.names.length ? column - 1 : NO_CELL;
    const { name, occurrence = 1 } = typeof column === 'string' ? { name: column } : column;
    return this.#cellsOf.get(headerKey(name))?.[occurrence - 1] ?? NO_CELL;
  }

  /**
   * Cell of a column that must be there, unless it is optional.
   * @throws InputError `column-missing`, or `column-ambiguous` for a name that occurs twice without an occurrence given
   */
  resolve(column: ColumnRef | undefined): number {
    if (column === undefined) return NO_CELL;
    const cell = this.find(column);
    if (cell === NO_CELL) {
      if (typeof column === 'object' && column.optional === true) return NO_CELL;
      const present = this.#isNamed
        ? `${this.names.length} columns: ${shownNames(this.names)}`
        : `${this.names.length} columns, no header`;
      throw new InputError('column-missing', `Expected column ${describeColumn(column)} but received ${present}`);
    }
    if (typeof column === 'string' || (typeof column === 'object' && column.occurrence === undefined)) {
      const name = typeof column === 'string' ? column : column.name;
      const count = this.#cellsOf.get(headerKey(name))?.length ?? 0;
      if (count > 1) {
        const advice = 'say which one by {name, occurrence} or by its position';
        throw new InputError('column-ambiguous', `Expected one column ${name} but received ${count}: ${advice}`);
      }
    }
    return cell;
  }

  /** Header texts that occur more than once. */
  repeated(): string[] {
    return [...this.#cellsOf.values()].filter((cells) => cells.length > 1).map((cells) => this.names[cells[0]!]!);
  }
}

/** A column reference for people. */
function describeColumn(column: ColumnRef): string {
  if (typeof column === 'number') return `#${column}`;
  if (typeof column === 'string') return column;
  return column.occurrence === undefined ? column.name : `${column.name} (occurrence ${column.occurrence})`;
}

function headerKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Names shown in a message, and characters of all. */
const SHOWN_NAMES = 30;
const SHOWN_CHARACTERS = 500;
/** Four digits, or a sign of an address: some cell of a transfer has one, a name of a column seldom. */
const LIKE_DATA = /\p{N}\P{N}*\p{N}\P{N}*\p{N}\P{N}*\p{N}|@/u;

/**
 * Names of columns for a message. A file may have no header, and what was taken for one be a transfer with the name of
 * somebody who paid: where one of the cells looks like data, none is shown.
 */
export function shownNames(names: readonly string[]): string {
  if (!looksLikeHeader(names)) return '(not shown: they may be cells of a transfer, and the file without a header)';
  return names.slice(0, SHOWN_NAMES).join(', ').slice(0, SHOWN_CHARACTERS);
}

/** Whether a record may name columns: no cell is empty, a number, a date or an amount, or looks like an account. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  return cells.every((cell) => /\p{L}/u.test(cell) && !LIKE_DATA.test(cell));
}
