import { type Bounded, complete, stopped } from '../../foundation/index.js';
import { type CycleSearch, type FoundCycle } from './cycle-search.js';

/**
 * The first cycles of a search, at most `most`: those that begin earliest, in the order of the search. Incomplete where the
 * search has more, or where one of its own limits kept some from being found; `stoppedBy` tells which. Every cycle listed
 * is one, and no limit changes the order.
 */
export function firstCycles(search: CycleSearch, most: number): Bounded<FoundCycle> {
  const cycles: FoundCycle[] = [];
  let hasMore = false;
  for (const cycle of search) {
    hasMore = cycles.length >= most;
    if (hasMore) break;
    cycles.push(cycle);
  }
  const { cutRoots, stoppedBy } = search.status;
  const met = [
    ...(cutRoots > 0 && stoppedBy !== undefined ? [stoppedBy] : []),
    ...(hasMore ? [`maxListed ${most}`] : []),
  ];
  return met.length === 0 ? complete(cycles) : stopped(cycles, met.join(', '));
}
