import { CellPattern } from './cell-pattern.js';
import { type EmptyTexts, holdsNothing } from './empty-texts.js';

/** A text that is made of cells. Plain data, so that a plan can be kept. */
export type DerivedCell =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'pattern'; readonly cell: number; readonly pattern: string }
  | { readonly kind: 'either'; readonly cells: readonly [number, number]; readonly nothing: EmptyTexts }
  | { readonly kind: 'joined'; readonly cells: readonly number[] };

/**
 * Makes the derived cells of a record. They stand behind its own cells, so that whoever reads cells by number need not
 * know which of them are derived.
 */
export class DerivedCells {
  readonly #makers: readonly ((cells: readonly string[]) => string)[];

  constructor(derived: readonly DerivedCell[]) {
    this.#makers = derived.map(makerOf);
  }

  /** The cells of a record with the derived ones behind them. */
  extend(cells: readonly string[]): readonly string[] {
    return this.#makers.length === 0 ? cells : [...cells, ...this.#makers.map((make) => make(cells))];
  }
}

function makerOf(derived: DerivedCell): (cells: readonly string[]) => string {
  switch (derived.kind) {
    case 'constant':
      return () => derived.text;
    case 'pattern': {
      const pattern = new CellPattern(derived.pattern);
      return (cells) => pattern.find(cells[derived.cell]!.trim()) ?? '';
    }
    case 'either':
      return (cells) => eitherText(cells[derived.cells[0]]!.trim(), cells[derived.cells[1]]!.trim(), derived.nothing);
    case 'joined':
      return (cells) => joinTexts(derived.cells.map((cell) => cells[cell]!.trim()));
  }
}

/** The first text if it holds something, else the second if that does, else whichever says why there is none. */
function eitherText(first: string, second: string, nothing: EmptyTexts): string {
  if (!holdsNothing(first, nothing)) return first;
  return holdsNothing(second, nothing) && first !== '' ? first : second;
}

/**
 * Texts as one: a bar between them, and a backslash before each bar and backslash of their own, so that no two lists
 * give the same text. Empty if all are empty.
 */
export function joinTexts(texts: readonly string[]): string {
  if (texts.every((text) => text === '')) return '';
  return texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|');
}
