import { type Account, type Row } from '../../foundation/index.js';
import { SMALLEST_GROUP } from './case-format.js';
import { endOf, type LeadView } from './lead-view.js';

/**
 * Tells whether a place may be shown for an end of a transfer that is not named: only if at least three such accounts of the
 * transfers shown stand at that place, so that no place points at one person. Places of named operators are always
 * shown. O(rows).
 *
 * @param column - Places of that end, by row of the ledger; undefined where the data have none.
 */
export function shownPlaces(
  view: LeadView,
  rows: readonly Row[],
  side: 'from' | 'to',
  column: Int32Array | undefined,
): (row: Row) => number {
  if (column === undefined) return () => -1;
  const { graph } = view;
  const accounts = side === 'from' ? graph.payer : graph.beneficiary;
  const standing = new Map<number, Set<Account>>();
  for (const row of rows) {
    const place = column[row]!;
    if (place < 0 || endOf(view, accounts[row]!) >= 0) continue;
    const known = standing.get(place);
    if (known === undefined) standing.set(place, new Set([accounts[row]!]));
    else if (known.size < SMALLEST_GROUP) known.add(accounts[row]!);
  }
  return (row) => {
    const place = column[row]!;
    if (place < 0 || endOf(view, accounts[row]!) >= 0) return place;
    return (standing.get(place)?.size ?? 0) >= SMALLEST_GROUP ? place : -1;
  };
}
