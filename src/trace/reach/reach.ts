import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type Arrivals } from './arrivals.js';
import { checkedEnds, type ReachOptions, reachSettings, type WalkEnds } from './reach-options.js';
import { ReachSearch } from './reach-search.js';
import { type Direction, searchDirection } from './search-direction.js';

/** What a reach does not say; to be shown wherever it is. */
export const REACH_NOT_CLAIMED: readonly string[] = Object.freeze([
  'A walk that money could have taken: not that it took it, nor that it is the same money.',
  'A walk, not a path: it may pass an account more than once.',
  'Amounts are not followed: a small transfer reaches as far as a large one.',
  'Only what the data holds: other ways may lie outside it.',
]);

/**
 * Accounts that time-respecting walks reach, in columns: entry i of each is about `accounts[i]`. An account that is
 * a supply itself is reached with 0 hops, at the start (deadline) of the search.
 */
export class Reach {
  readonly direction: Direction;
  /** Accounts reached, ascending. */
  readonly accounts: Int32Array;
  /** Forward: earliest time of arrival. Backward: latest time of departure. */
  readonly timeMs: Float64Array;
  /** Least number of transfers of any walk, not always the one that gives the time. */
  readonly hops: Int32Array;
  readonly notClaimed: readonly string[] = REACH_NOT_CLAIMED;
  readonly #arrivals: Arrivals;

  constructor(arrivals: Arrivals, direction: Direction, sourceTimeMs: number) {
    const accounts = ascending(arrivals);
    const sign = direction === 'forward' ? 1 : -1;
    this.direction = direction;
    this.accounts = accounts;
    this.timeMs = new Float64Array(accounts.length);
    this.hops = new Int32Array(accounts.length);
    this.#arrivals = arrivals;
    for (let i = 0; i < accounts.length; i++) {
      const account = accounts[i]!;
      const isSource = arrivals.least[account] === 0;
      this.timeMs[i] = isSource ? sourceTimeMs : sign * arrivals.clockOf(arrivals.earliest[account]!);
      this.hops[i] = isSource ? 0 : arrivals.hopsOf(arrivals.fewest[account]!);
    }
  }

  /**
   * The transfers of one walk to (backward: from) an account, in time order, within all limits of the search. By 'time'
   * the one that gives the time here, with the fewest hops among those; by 'hops' one with the least number of hops.
   * Empty for a supply; undefined for an account that was not reached. O(length).
   */
  witness(account: Account, by: 'time' | 'hops' = 'time'): Int32Array | undefined {
    const { least, earliest, fewest } = this.#arrivals;
    if (least[account] === 0) return new Int32Array(0);
    const arrival = (by === 'time' ? earliest : fewest)[account];
    return arrival === undefined || arrival === 0 ? undefined : this.#arrivals.walkTo(arrival);
  }
}

/**
 * Accounts that money from the sources could have reached: those at the end of a walk e1 .. ek of transfers, each paid by
 * the receiver of the one before, later than it (not earlier, with ties allowed) and at most `maxWait` after it, with
 * e1 paid by a source account or itself a source row. All transfers pass the filter and lie in [startMs, deadlineMs];
 * self-transfers take no part. The time is the least last time of a walk of at most `maxHops` transfers.
 *
 * Not claimed: see {@link REACH_NOT_CLAIMED}. With a limit on waiting a walk may have to go round to stay in motion.
 *
 * Cost: one pass over the rows of the time searched; O(used transfers log) where few are reached. Memory: 24 bytes an
 * account, 20 bytes a used transfer. Sources: H. Wu et al., "Path problems in temporal graphs", PVLDB 7(9), 2014;
 * waiting limits: M. Bentert et al., "Efficient computation of optimal temporal walks under waiting-time constraints", 2020.
 *
 * @throws UsageError `account-range`, `row-range`, `option-range`, `unknown-option`, and those of a transfer filter
 * @example
 * const reach = reachableFrom(graph, { accounts: [payer] }, { maxWait: 72 * HOUR_MS, minAmount: '100' });
 */
export function reachableFrom(graph: TemporalGraph, sources: WalkEnds, options: ReachOptions = {}): Reach {
  const { rules, startMs, deadlineMs } = reachSettings(graph, options, 'reachableFrom');
  const { accounts, rows } = checkedEnds(graph, sources);
  const search = new ReachSearch(searchDirection(graph, 'forward'), graph.accountCount, rules);
  search.run(accounts, rows, startMs, deadlineMs);
  return new Reach(search.arrivals, 'forward', startMs);
}

/**
 * Accounts whose money could have reached the targets: {@link reachableFrom} on the graph with all transfers turned
 * around and time negated. The time is the greatest first time of a walk; a target row is the last of its walk.
 */
export function reachingInto(graph: TemporalGraph, targets: WalkEnds, options: ReachOptions = {}): Reach {
  const { rules, startMs, deadlineMs } = reachSettings(graph, options, 'reachingInto');
  const { accounts, rows } = checkedEnds(graph, targets);
  const search = new ReachSearch(searchDirection(graph, 'backward'), graph.accountCount, rules);
  search.run(accounts, rows, -deadlineMs, -startMs);
  return new Reach(search.arrivals, 'backward', deadlineMs);
}

/** Sorting is dearer than looking at every account once many are reached. */
function ascending({ reached, earliest, least }: Arrivals): Int32Array {
  if (reached.length * 16 < least.length) return reached.finish().slice().sort();
  const accounts = new Int32Array(reached.length);
  let count = 0;
  for (let account = 0; account < least.length; account++) {
    if (earliest[account] !== 0 || least[account] === 0) accounts[count++] = account;
  }
  return accounts;
}
