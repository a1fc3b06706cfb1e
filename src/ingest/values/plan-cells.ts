import { InputError } from '../../foundation/index.js';
import { CellPattern } from './cell-pattern.js';
import { type DerivedCell } from './derived-cells.js';
import { type EmptyTexts } from './empty-texts.js';
import { columnsIn, type ColumnRef, type FileValue, isFileValue, type ValueRef } from './value-ref.js';

/** What is known of a file beside its rows. */
export interface FileFacts {
  /** As evidence cites it. */
  readonly name: string;
  /** Lines above the header, cells joined by blanks. */
  readonly titles: readonly string[];
  /** The account that the caller says the file is a statement of. Default: none was said. */
  readonly ownAccount?: string | undefined;
}

/** Number of the column's cell, or -1; throws where it must be there. */
type ResolveColumn = (column: ColumnRef | undefined) => number;

/** Gives every value of a mapping its cell; those that are not columns get derived cells behind the file's own. */
export class PlanCells {
  readonly derived: DerivedCell[] = [];
  readonly #resolveColumn: ResolveColumn;
  /** Cells of the file's own. */
  readonly cellCount: number;
  readonly #file: FileFacts;
  readonly #nothing: EmptyTexts;

  /** @param nothing texts in place of which another column is read, where a value names one */
  constructor(resolveColumn: ResolveColumn, cellCount: number, file: FileFacts, nothing: EmptyTexts) {
    this.#resolveColumn = resolveColumn;
    this.cellCount = cellCount;
    this.#file = file;
    this.#nothing = nothing;
  }

  /**
   * Cell of a value; -1 for none, and for an optional column that is absent.
   * @throws InputError as FileHeader.resolve does, and `value-missing` if a pattern is not in the file's name or titles
   */
  resolve(value: ValueRef | undefined): number {
    if (value === undefined) return -1;
    if (isFileValue(value)) return this.#add({ kind: 'constant', text: this.fileText(value) });
    if (typeof value === 'object' && 'orColumn' in value) {
      const [cell, orCell] = [this.#resolveColumn(value.column), this.#resolveColumn(value.orColumn)];
      if (cell < 0 || orCell < 0) return Math.max(cell, orCell);
      return this.#add({ kind: 'either', cells: [cell, orCell], nothing: this.#nothing });
    }
    if (typeof value === 'object' && 'column' in value) {
      const cell = this.#resolveColumn(value.column);
      return cell < 0 ? cell : this.#add({ kind: 'pattern', cell, pattern: value.pattern });
    }
    if (typeof value !== 'object' || 'name' in value) return this.#resolveColumn(value);
    const cells = columnsIn(value).map((column) => this.#resolveColumn(column));
    return this.#add({ kind: 'joined', cells: cells.filter((cell) => cell >= 0) });
  }

  /** Cells of the file that a cell's text comes from. */
  sourcesOf(cell: number): readonly number[] {
    if (cell < this.cellCount) return cell < 0 ? [] : [cell];
    const derived = this.derived[cell - this.cellCount]!;
    return derived.kind === 'constant' ? [] : derived.kind === 'pattern' ? [derived.cell] : derived.cells;
  }

  /** What derived cells are called in messages, given the names of the file's own. */
  derivedNames(names: readonly string[]): string[] {
    return this.derived.map((cell) => {
      if (cell.kind === 'constant') return 'the mapping';
      if (cell.kind === 'pattern') return names[cell.cell]!;
      return cell.cells.map((source) => names[source]!).join(cell.kind === 'either' ? ' or ' : ' + ');
    });
  }

  /** The text of a value that is the same for the whole file. */
  fileText(value: FileValue): string {
    if ('constant' in value) return value.constant.trim();
    const source = 'fileName' in value ? value.fileName : value.title;
    const pattern = new CellPattern(source);
    const texts = 'fileName' in value ? [this.#file.name.replace(/^.*[\\/]/u, '')] : this.#file.titles;
    for (const text of texts) {
      const found = pattern.find(text)?.trim();
      if (found !== undefined && found !== '') return found;
    }
    const where = 'fileName' in value ? 'the name of the file' : `the ${texts.length} lines above the header`;
    throw new InputError('value-missing', `Expected ${source} in ${where} of ${this.#file.name} but it is not there`);
  }

  #add(cell: DerivedCell): number {
    return this.cellCount + this.derived.push(cell) - 1;
  }
}
