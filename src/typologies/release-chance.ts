import { type Budget, createRandom, shuffle } from '../foundation/index.js';
import { leastCostMatching } from './least-cost-matching.js';
import { type ReleaseSearch } from './release-search.js';
import { type Share } from './release-share.js';

/** Shuffles of the null model, and the greatest p-value that beats it [choice]. */
const SHUFFLES = 999;
export const BEATS_CHANCE = 0.01;

/**
 * How often chance does as well: the p-value of the number of releases to a receiver if the debits had happened at each
 * other's times, (1 + shuffles at least as good) / (1 + shuffles). Counted is the greatest number of pairs near the usual
 * share that fit one to one: the least-cost matching is nearly arbitrary among those of its size, as sums of lags do not
 * change when partners do. Stops as soon as the p-value must exceed 0.01; that of the shuffles so far then stands.
 * Seeded, so that a run is repeatable; undefined if the budget ran out.
 */
export function releaseChance(
  search: ReleaseSearch,
  usual: Share,
  isToReceiver: (debit: number) => boolean,
  budget: Budget,
): number | undefined {
  const pairs = search.near(usual, isToReceiver, budget);
  const count = (debitTimeMs: ArrayLike<number>): number | undefined => {
    const graph = pairs?.at(debitTimeMs, budget);
    return graph === undefined ? undefined : leastCostMatching(graph, budget)?.filter((debit) => debit !== -1).length;
  };
  const observed = count(search.lane.debitTimeMs);
  const random = createRandom(1);
  const times = [...search.lane.debitTimeMs];
  let asGood = 0;
  let done = 0;
  while (done < SHUFFLES && 1 + asGood <= BEATS_CHANCE * (1 + SHUFFLES)) {
    const shuffled = count(shuffle(times, random));
    if (observed === undefined || shuffled === undefined) return undefined;
    done++;
    if (shuffled >= observed) asGood++;
  }
  return (1 + asGood) / (1 + done);
}
