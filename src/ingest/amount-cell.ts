import { type AmountPlan, NO_CELL } from './row-plan.js';

/**
 * The cell of an amount that may stand in one of two; undefined where both hold one, and not the same. What an account pays to
 * itself both leaves and arrives.
 *
 * @param held the text of a cell that holds an amount above zero, else empty
 */
export function amountCell({ cell, orCell }: AmountPlan, held: (cell: number) => string): number | undefined {
  const other = orCell === NO_CELL ? '' : held(orCell);
  if (other === '') return cell;
  const first = held(cell);
  if (first === '') return orCell;
  return first === other ? cell : undefined;
}
