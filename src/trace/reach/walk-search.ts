import { type Account, type Row } from '../../foundation/index.js';
import { degreeOf, firstPositionFrom, firstRowFrom, rowAt, type SearchDirection } from './search-direction.js';

/** One question to a search: where walks begin and the time they lie in, as seen in its direction. */
export interface WalkSearch {
  readonly accounts: readonly Account[];
  /** Rows of the time searched that a walk may begin with, in the order of the search. */
  readonly seeds: readonly Row[];
  /** Clock times of the search, both inclusive. */
  readonly startClock: number;
  readonly endClock: number;
  /** Rows of that time, in steps from `first` (the first row of any source) up to, not including, `end`. */
  readonly first: Row;
  readonly end: Row;
}

/** Places a question in time. Rows outside it begin nothing. O(sources log transfers). */
export function placeSearch(
  direction: SearchDirection,
  accounts: readonly Account[],
  rows: readonly Row[],
  startClock: number,
  endClock: number,
): WalkSearch {
  const { step, timeMs } = direction;
  const inTime = rows.filter((row) => step * timeMs[row]! >= startClock && step * timeMs[row]! <= endClock);
  const seeds = inTime.sort((a, b) => step * (a - b));
  const start = firstRowFrom(direction, startClock, false);
  const after = firstRowFrom(direction, endClock, true);
  const end = step * (after - start) > 0 ? after : start;
  let first = seeds[0] ?? end;
  for (const account of accounts) {
    const position = firstPositionFrom(direction, account, 0, startClock, false);
    if (position === degreeOf(direction, account)) continue;
    const row = rowAt(direction, account, position);
    if (step * (row - first) < 0) first = row;
  }
  return { accounts, seeds, startClock, endClock, first, end };
}
