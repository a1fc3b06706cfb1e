import { Budget, createRandom, shuffle } from '../../foundation/index.js';
import { MOST_SHUFFLES, shuffleChance } from '../numbers/shuffle-chance.js';
import { leastCostMatching } from './least-cost-matching.js';
import { type FittingPairs, type ReleaseSearch } from './release-search.js';
import { type Share } from './release-share.js';
import { costsInTime, TimedPairs } from './timed-pairs.js';

/** How far {@link releaseChance} goes. */
export interface ChanceTest {
  /** In pairs of credit and debit. */
  readonly budget: Budget;
  /** The greatest p-value that beats chance: shuffling stops once it must be exceeded. */
  readonly mostChance: number;
}

/**
 * How often chance does as well: (1 + shuffles at least as good) / (1 + shuffles), where the debits happen at other times.
 * Where amounts tell which release belongs to which sum, see {@link amountChance}; where all fit all (equal fees), any
 * order of the releases matches, and only their rhythm can tell: see {@link rhythmChance}. Which of the two is asked
 * depends on the amounts alone, never on the answer. Seeded, so that a run is repeatable; undefined if the budget ran out
 * before a thousand shuffles.
 */
export function releaseChance(
  search: ReleaseSearch,
  usual: Share,
  isToReceiver: (debit: number) => boolean,
  test: ChanceTest,
): number | undefined {
  const pairs = search.near(usual, isToReceiver, test.budget)?.compact();
  if (pairs === undefined) return undefined;
  const { debitTimeMs } = search.lane;
  return pairs.areAlike ? rhythmChance(pairs, debitTimeMs, test) : amountChance(pairs, debitTimeMs, test);
}

/**
 * The number of releases to a receiver if the debits had happened at each other's times. Counted is the greatest number of
 * pairs near the usual share that fit one to one: the least-cost matching is nearly arbitrary among those of its size, as
 * sums of lags do not change when partners do.
 *
 * Most shuffles are settled by {@link TimedPairs}, which cost the budget what matching could have cost at most; one that would
 * take more than its share of it is matched. Where that uses the budget up, all are matched: the answer is as if they were anyway.
 */
function amountChance(pairs: FittingPairs, laneTimeMs: Float64Array, test: ChanceTest): number | undefined {
  const { budget, mostChance } = test;
  if (budget.left <= 0) return chanceByAmount(pairs, laneTimeMs, test, false);
  const enough = new Budget(budget.name, budget.left, budget.whole);
  const chance = chanceByAmount(pairs, laneTimeMs, { budget: enough, mostChance }, true);
  return enough.exhausted ? chanceByAmount(pairs, laneTimeMs, test, false) : chance;
}

function chanceByAmount(
  pairs: FittingPairs,
  laneTimeMs: Float64Array,
  { budget, mostChance }: ChanceTest,
  byBounds: boolean,
): number | undefined {
  const timed = new TimedPairs(pairs);
  const pairCount = pairs.columns.targets.length;
  const count = (debitTimeMs: ArrayLike<number>): number | undefined => {
    if (!budget.spend(pairCount)) return undefined;
    const debitOf = leastCostMatching(timed.costs(debitTimeMs), budget);
    return debitOf === undefined ? undefined : matchedOf(debitOf);
  };
  const observedTimes = Float64Array.from(pairs.debits, (debit) => laneTimeMs[debit]!);
  timed.look(observedTimes);
  const observed = count(observedTimes);
  if (observed === undefined) return undefined;
  const draw = timesDrawnFrom(laneTimeMs, pairs.debits.length);
  let done = 0;
  return shuffleChance(() => {
    if (!budget.spend(pairs.debits.length)) return undefined;
    const times = draw();
    const fair = budget.left / Math.max(1, MOST_SHUFFLES - done++);
    timed.look(times);
    if (byBounds && timed.most < observed) {
      const steps = pairCount + timed.mostSteps();
      if (steps <= fair) return budget.spend(steps) ? false : undefined;
    }
    const shuffled = count(times);
    return shuffled === undefined ? undefined : shuffled >= observed;
  }, mostChance);
}

function matchedOf(debitOf: Int32Array): number {
  let matched = 0;
  for (let credit = 0; credit < debitOf.length; credit++) if (debitOf[credit] !== -1) matched++;
  return matched;
}

/**
 * How closely the releases follow the rhythm of the sums, if the times between one release and the next had come in another
 * order. The sums that are released are paired with the releases in order of time, which of all pairings has the steadiest
 * lags; counted is how much these lags vary (population variance), among shuffles that match as many. The number of the
 * releases, their first time and their own rhythm stay as they are: what is regular on both sides anyway, such as monthly
 * fees and monthly payouts, does no better than chance.
 */
function rhythmChance(
  pairs: FittingPairs,
  laneTimeMs: Float64Array,
  { budget, mostChance }: ChanceTest,
): number | undefined {
  const judge = (debitTimeMs: Float64Array): { readonly matched: number; readonly spread: number } | undefined => {
    const graph = costsInTime(pairs, debitTimeMs, budget);
    const debitOf = graph === undefined ? undefined : leastCostMatching(graph, budget);
    if (debitOf === undefined) return undefined;
    const { creditMs, debitMs } = pairs.timesOf(debitOf, debitTimeMs);
    return { matched: creditMs.length, spread: variance(debitMs.map((time, i) => time - creditMs[i]!)) };
  };
  // The debits of the pairs by time: positions in a lane ascend in time.
  const byTime = [...pairs.debits.keys()].sort((a, b) => pairs.debits[a]! - pairs.debits[b]!);
  const times = byTime.map((i) => laneTimeMs[pairs.debits[i]!]!);
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  const placed = (between: readonly number[]): Float64Array => {
    const at = new Float64Array(byTime.length);
    let time = times[0] ?? 0;
    byTime.forEach((i, step) => {
      if (step > 0) time += between[step - 1]!;
      at[i] = time;
    });
    return at;
  };
  const observed = judge(placed(gaps));
  const random = createRandom(1);
  return shuffleChance(() => {
    const shuffled = budget.spend(pairs.debits.length) ? judge(placed(shuffle(gaps, random))) : undefined;
    if (observed === undefined || shuffled === undefined) return undefined;
    // Sums of the same gaps in another order differ in rounding at most.
    return shuffled.matched >= observed.matched && shuffled.spread <= observed.spread * (1 + 1e-9);
  }, mostChance);
}

function variance(numbers: Float64Array): number {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
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
