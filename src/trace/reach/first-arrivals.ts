import { carryFirstArrivals } from './first-arrivals.kernel.js';
import { degreeOf, firstPositionFrom, rowAt, type SearchDirection } from './search-direction.js';
import { type WalkSearch } from './walk-search.js';

/** Which transfers may be used, and whether in the instant of an arrival. */
export interface FirstArrivalRules {
  readonly sameInstant: boolean;
  readonly admitted: Uint8Array | undefined;
}

/**
 * First arrivals where neither waiting nor hops are limited, when one label an account is enough: per account the row of
 * its first arrival plus one, 0 where there is none, -1 at sources. One pass over the rows of the search.
 */
export function findFirstArrivals(
  direction: SearchDirection,
  { sameInstant, admitted }: FirstArrivalRules,
  { accounts, seeds, first, end }: WalkSearch,
  accountCount: number,
): Int32Array {
  const { tail, head, timeMs, step } = direction;
  const arrivedBy = new Int32Array(accountCount);
  const usable = (row: number): boolean =>
    arrivedBy[head[row]!] === 0 && (admitted === undefined || admitted[row] === 1);
  for (const account of accounts) arrivedBy[account] = -1;
  let row = first;
  for (let i = 0; i <= seeds.length; i++) {
    const stop = seeds[i] ?? end;
    while (row !== stop) {
      row = carryFirstArrivals(tail, head, timeMs, admitted, arrivedBy, sameInstant, row, stop, step);
      if (sameInstant && row !== first) sendOnAtOnce(direction, usable, arrivedBy, row - step);
    }
    if (stop === end || !usable(stop) || head[stop] === tail[stop]) continue;
    arrivedBy[head[stop]!] = stop + 1;
    if (sameInstant) sendOnAtOnce(direction, usable, arrivedBy, stop);
  }
  return arrivedBy;
}

/** Follows the rows that accounts reached by a row send in its instant, those before it included. */
function sendOnAtOnce(
  direction: SearchDirection,
  usable: (row: number) => boolean,
  arrivedBy: Int32Array,
  first: number,
): void {
  const { head, step, timeMs } = direction;
  const clock = step * timeMs[first]!;
  if (arrivedBy[head[first]!] !== first + 1) return;
  const reached = [head[first]!];
  for (let account = reached.pop(); account !== undefined; account = reached.pop()) {
    const degree = degreeOf(direction, account);
    let position = firstPositionFrom(direction, account, 0, clock, false);
    for (; position < degree; position++) {
      const row = rowAt(direction, account, position);
      if (step * timeMs[row]! !== clock) break;
      if (!usable(row)) continue;
      arrivedBy[head[row]!] = row + 1;
      reached.push(head[row]!);
    }
  }
}
