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
      const present = this.#isNamed ? this.names.slice(0, 30).join(', ') : `${this.names.length} columns, no header`;
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
export function describeColumn(column: ColumnRef): string {
  if (typeof column === 'number') return `#${column}`;
  if (typeof column === 'string') return column;
  return column.occurrence === undefined ? column.name : `${column.name} (occurrence ${column.occurrence})`;
}

function headerKey(name: string): string {
  return name.trim().toLowerCase();
}
