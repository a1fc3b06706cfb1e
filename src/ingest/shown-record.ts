import { NO_CELL, type RowPlan } from './row-plan.js';

/** Stands in for a cell that tells, or may tell, who paid or was paid. */
const HIDDEN = '[hidden]';
/** Stands in for a record whose cells nobody can tell apart. */
export const HIDDEN_RECORD = '[not shown: see the file]';
/** A longer text is no amount, time or word of a channel. */
const LONGEST = 64;
const BETWEEN = ' | ';

/**
 * What is shown of a record that was not read: its cells of time, money, direction, channel and filters as written, and that the
 * others are filled. Whoever stands in the others is known from this record only, may have merely paid, and is not to be named
 * by it. File and line lead to the record itself. Of a record with another number of cells nothing is shown.
 */
export function shownRecord(cells: readonly string[], plan: RowPlan): string {
  if (cells.length !== plan.cellCount) return HIDDEN_RECORD;
  return cells.map((cell, i) => shownText(cell.trim(), i, plan)).join(BETWEEN);
}

/** The text of a cell of such a record, or what stands in for it; one about the record as a whole tells nobody. */
export function shownText(text: string, cell: number, { shownCells }: RowPlan): string {
  const isShown = text === '' || cell === NO_CELL || (shownCells.has(cell) && text.length <= LONGEST);
  return isShown ? text : HIDDEN;
}
