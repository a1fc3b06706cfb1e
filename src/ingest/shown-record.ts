import { NO_CELL, type RowPlan } from './row-plan.js';

/** Stands in for a cell that tells who paid or was paid, or may tell it. */
const HIDDEN = '[hidden]';
/** Stands in for a record whose cells nobody can tell apart. */
export const HIDDEN_RECORD = '[not shown: see the file]';
/** A longer text is no amount, time or word of a channel. */
const LONGEST = 64;
const BETWEEN = ' | ';

/**
 * What is shown of a record that was not read: the shapes of its cells of time, money, direction, channel and filters, and that the
 * others are filled. Whoever stands in it is known from this record only and may have merely paid; and in a record that could not
 * be read an account may stand where an amount was meant. File and line lead to the record itself. Of a record with another
 * number of cells nothing is shown.
 */
export function shownRecord(cells: readonly string[], plan: RowPlan): string {
  if (cells.length !== plan.cellCount) return HIDDEN_RECORD;
  return cells.map((cell, i) => shownText(cell.trim(), i, plan)).join(BETWEEN);
}

/** What is shown of the text of a cell of such a record; one about the record as a whole tells nobody. */
export function shownText(text: string, cell: number, { shownCells }: RowPlan): string {
  if (text === '' || cell === NO_CELL) return text;
  return shownCells.has(cell) && text.length <= LONGEST ? shapeOf(text) : HIDDEN;
}

/** How a text is written, and not what it says: `99.99.9999` of a day, `999a` of `120x`. */
function shapeOf(text: string): string {
  return text
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Lu}\p{Lt}]/gu, 'A')
    .replace(/(?!A)\p{L}/gu, 'a')
    .replace(/\p{N}/gu, '9')
    .replace(/[^\p{L}\p{N}\p{P}\p{Sc}+=<>| ]/gu, '?');
}
