import { type Budget, createRandom } from '../foundation/index.js';
import { leastCostMatching } from './least-cost-matching.js';
import { type ReleaseSearch } from './release-search.js';
import { type Share } from './release-share.js';

/** The greatest p-value that beats chance [choice]. */
export const BEATS_CHANCE = 0.01;

/** The greatest share of false ones, on average, among the holders that are reported in full [choice]. */
export const MOST_FALSE = 0.05;

/** Shuffles of the null model. A thousand settle who surely does not beat it; many holders are tested, so who does goes on. */
const ROUNDS = [999, 9999] as const;

/**
 * How often chance does as well: the p-value of the number of releases to a receiver if the debits had happened at each
 * other's times, (1 + shuffles at least as good) / (1 + shuffles). Counted is the greatest number of pairs near the usual
 * share that fit one to one: the least-cost matching is nearly arbitrary among those of its size, as sums of lags do not
 * change when partners do. Stops as soon as the p-value must exceed 0.01; that of the shuffles so far then stands.
 * Seeded, so that a run is repeatable; undefined if the budget ran out before a thousand.
 */
export function releaseChance(
  search: ReleaseSearch,
  usual: Share,
  isToReceiver: (debit: number) => boolean,
  budget: Budget,
): number | undefined {
  const pairs = search.near(usual, isToReceiver, budget)?.compact();
  if (pairs === undefined) return undefined;
  const count = (debitTimeMs: ArrayLike<number>): number | undefined => {
    const graph = pairs.at(debitTimeMs, budget);
    return graph === undefined ? undefined : leastCostMatching(graph, budget)?.filter((debit) => debit !== -1).length;
  };
  const { debitTimeMs } = search.lane;
  const observed = count(Float64Array.from(pairs.debits, (debit) => debitTimeMs[debit]!));
  const draw = timesDrawnFrom(debitTimeMs, pairs.debits.length);
  let asGood = 0;
  let done = 0;
  for (const most of ROUNDS) {
    while (done < most && 1 + asGood <= BEATS_CHANCE * (1 + most)) {
      const shuffled = budget.spend(pairs.debits.length) ? count(draw()) : undefined;
      if (observed === undefined || shuffled === undefined)
        return done < ROUNDS[0] ? undefined : (1 + asGood) / (1 + done);
      done++;
      if (shuffled >= observed) asGood++;
    }
    if (done < most) break;
  }
  return (1 + asGood) / (1 + done);
}

/**
 * The times that the first `count` debits have after a shuffle of all of them, a new one at each call: the first steps of
 * the shuffle of R. Durstenfeld 1964, which settle these. Seeded. O(count) a call.
 */
function timesDrawnFrom(times: Float64Array, count: number): () => Float64Array {
  const random = createRandom(1);
  const pool = times.slice();
  return () => {
    for (let i = 0; i < count; i++) {
      const j = i + Math.floor(random() * (pool.length - i));
      const drawn = pool[j]!;
      pool[j] = pool[i]!;
      pool[i] = drawn;
    }
    return pool.subarray(0, count);
  };
}
