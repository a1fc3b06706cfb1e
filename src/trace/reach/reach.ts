import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type Arrivals, NONE } from './arrivals.js';
import { findFirstArrivals } from './first-arrivals.js';
import { columnsOf, columnsOfFirst } from './reach-columns.js';
import { checkedEnds, type ReachOptions, type ReachSettings, reachSettings, type WalkEnds } from './reach-options.js';
import { ReachSearch } from './reach-search.js';
import { type Direction, searchDirection } from './search-direction.js';
import { placeSearch } from './walk-search.js';

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
  readonly notClaimed: readonly string[] = REACH_NOT_CLAIMED;
  readonly #findArrivals: () => Arrivals;
  #known: Arrivals | undefined;
  #hops: Int32Array | undefined;

  constructor(
    direction: Direction,
    columns: { readonly accounts: Int32Array; readonly timeMs: Float64Array },
    findArrivals: () => Arrivals,
  ) {
    this.direction = direction;
    this.accounts = columns.accounts;
    this.timeMs = columns.timeMs;
    this.#findArrivals = findArrivals;
  }

  /**
   * Least number of transfers of any walk to (backward: from) each account; not always the walk that gives the time.
   * Where many accounts are reached, hops and witnesses take a second pass, run when one of them is first asked for.
   */
  get hops(): Int32Array {
    const { least, fewest } = this.#arrivals;
    const hopsTo = (account: number): number => (least[account] === 0 ? 0 : this.#arrivals.hopsOf(fewest[account]!));
    return (this.#hops ??= this.accounts.map(hopsTo));
  }

  /**
   * The transfers of one walk to (backward: from) an account, in time order, within all limits of the search. By 'time'
   * one that gives the time here, with the fewest hops among those; by 'hops' one with the least number of hops, earliest
   * (latest) among those. Empty for a supply; undefined for an account that was not reached. O(length) and see `hops`.
   */
  witness(account: Account, by: 'time' | 'hops' = 'time'): Int32Array | undefined {
    const { least, earliest, fewest } = this.#arrivals;
    if (least[account] === 0) return new Int32Array(0);
    const arrival = (by === 'time' ? earliest : fewest)[account];
    return arrival === undefined || arrival === NONE ? undefined : this.#arrivals.walkTo(arrival);
  }

  get #arrivals(): Arrivals {
    return (this.#known ??= this.#findArrivals());
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
 * @throws UsageError `trace-account`, `row-range`, `option-range`, `unknown-option`, and those of a transfer filter
 * @example
 * const reach = reachableFrom(graph, { accounts: [payer] }, { maxWait: 72 * HOUR_MS, minAmount: '100' });
 */
export function reachableFrom(graph: TemporalGraph, sources: WalkEnds, options: ReachOptions = {}): Reach {
  return findReach(graph, 'forward', sources, reachSettings(graph, options, 'reachableFrom'));
}

/**
 * Accounts whose money could have reached the targets: {@link reachableFrom} on the graph with all transfers turned
 * around and time negated. The time is the greatest first time of a walk; a target row is the last of its walk. Cost: the same.
 */
export function reachingInto(graph: TemporalGraph, targets: WalkEnds, options: ReachOptions = {}): Reach {
  return findReach(graph, 'backward', targets, reachSettings(graph, options, 'reachingInto'));
}

/** The index form is left for a scan after this share of the rows: about what a queued row costs more than a scanned one. */
const INDEX_SHARE = 1 / 512;

function findReach(graph: TemporalGraph, way: Direction, ends: WalkEnds, settings: ReachSettings): Reach {
  const { rules, startMs, deadlineMs, form } = settings;
  const { accounts, rows } = checkedEnds(graph, ends);
  const direction = searchDirection(graph, way);
  const sourceMs = way === 'forward' ? startMs : deadlineMs;
  const place =
    way === 'forward'
      ? placeSearch(direction, accounts, rows, startMs, deadlineMs)
      : placeSearch(direction, accounts, rows, -deadlineMs, -startMs);
  const search = new ReachSearch(direction, graph.accountCount, rules);
  const queue = form === 'index' ? Infinity : Math.ceil(Math.abs(place.end - place.first) * INDEX_SHARE);
  const foundOnIndex = form !== 'scan' && search.runOnIndex(place, queue);
  const unlimited = rules.maxWait === Infinity && rules.maxHops === Infinity;
  if (!foundOnIndex && unlimited) {
    const arrivedBy = findFirstArrivals(direction, rules, place, graph.accountCount);
    return new Reach(way, columnsOfFirst(arrivedBy, direction.timeMs, sourceMs), () => {
      search.runOnRows(place);
      return search.arrivals;
    });
  }
  if (!foundOnIndex) search.runOnRows(place);
  return new Reach(way, columnsOf(search.arrivals, direction.timeMs, sourceMs), () => search.arrivals);
}
