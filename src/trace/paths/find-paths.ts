import {
  type Account,
  type Bounded,
  Budget,
  complete,
  defaultTies,
  requireRange,
  resolveOptions,
  stopped,
  type Ties,
} from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { nodesOf } from '../nodes-of.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';
import { bottleneckAmounts } from './bottleneck-amounts.js';
import { type PathOrder } from './path-order.js';
import { PathSearch } from './path-search.js';
import { describePath, type TransferPath } from './transfer-path.js';

/** Which paths {@link findPaths} looks for. Times and durations in the unit of the ledger's times. */
export interface PathOptions extends TransferFilter {
  /** Which paths are better. Default 'earliest'. */
  readonly order?: PathOrder;
  /** How many of the best paths. Default 10. */
  readonly maxPaths?: number;
  /** Greatest time that money may stay at an account on the way, inclusive. Default Infinity. */
  readonly maxWait?: number;
  /** Greatest number of transfers. Default Infinity. */
  readonly maxHops?: number;
  /** Whether transfers of one instant may follow each other. Default what the ledger's precision suggests. */
  readonly ties?: Ties;
  /** No transfer of a path is earlier. Default -Infinity. */
  readonly startMs?: number;
  /** No transfer of a path is later. Default Infinity. */
  readonly deadlineMs?: number;
  /** Transfers looked at as the next of a path. Default 1 million. */
  readonly maxVisits?: number;
}

const DEFAULTS: Required<Omit<PathOptions, keyof TransferFilter>> = Object.freeze({
  order: 'earliest',
  maxPaths: 10,
  maxWait: Infinity,
  maxHops: Infinity,
  ties: 'strict',
  startMs: -Infinity,
  deadlineMs: Infinity,
  maxVisits: 1_000_000,
});

/**
 * What connects these two? The best paths of transfers from one set of accounts to another: e1 .. ek, each paid by the
 * receiver of the one before, later than it (not earlier, with ties allowed) and at most `maxWait` after it. No account
 * occurs twice, and those between the first and the last are in neither set. Parallel transfers make paths of their own.
 *
 * Best first by `order`, then by the later departure, then by content: the times (earlier first), then the
 * amounts (larger first) of the transfers, one by one, and the ledger's own order of rows last. 'largest-bottleneck' compares amounts, so it looks at one currency
 * only: name it, unless the ledger has just one.
 *
 * Not claimed: that money took a path, that it is the same money, or that the accounts know of each other. Most pairs of
 * busy accounts are connected somehow.
 *
 * Exact: a search that follows the most promising path first, where the promise is the cost of the best walk to the
 * target, which no path can beat (A*, P. Hart et al., 1968). O(transfers) for the promises, then by what is looked at.
 * Finding a path under a limit on waiting is NP-hard (A. Casteigts et al., "Finding temporal paths under waiting time
 * constraints", 2021), hence the limit: the paths listed then are still the best ones, all but the last tie in order.
 *
 * @returns paths, best first; none if nothing connects the sets. Complete with `maxPaths` paths or all there are.
 * @throws UsageError `trace-account`, `path-currency`, `option-range`, `budget-limit`, `unknown-option`, and those of a
 *   transfer filter
 * @example
 * const { items } = findPaths(graph, { from: [payer], to: [shop] }, { order: 'fewest-hops', maxPaths: 3 });
 */
export function findPaths(
  graph: TemporalGraph,
  ends: { readonly from: Iterable<Account>; readonly to: Iterable<Account> },
  options: PathOptions = {},
): Bounded<TransferPath> {
  const { period, minAmount, currencies, channels, excluded, ...rest } = options;
  const defaults = { ...DEFAULTS, ties: defaultTies(graph.ledger.precision) };
  const settings = resolveOptions(defaults, rest, 'findPaths');
  const { order, maxPaths, maxWait, maxHops, ties, startMs, deadlineMs } = settings;
  requireRange('maxPaths', maxPaths, 1, Infinity);
  requireRange('maxWait', maxWait, 0, Infinity);
  requireRange('maxHops', maxHops, 0, Infinity);
  requireRange('startMs', startMs, -Infinity, Infinity);
  requireRange('deadlineMs', deadlineMs, -Infinity, Infinity);
  const budget = new Budget('maxVisits', settings.maxVisits);

  const byAmount = order === 'largest-bottleneck' ? bottleneckAmounts(graph, currencies) : undefined;
  const filter = { period, minAmount, currencies: byAmount?.currencies ?? currencies, channels, excluded };
  const search = new PathSearch(
    graph,
    {
      from: nodesOf(graph, [...ends.from]),
      to: nodesOf(graph, [...ends.to]),
      admitted: admitTransfers(graph, filter),
      sameInstant: ties === 'same-instant-allowed',
      amounts: byAmount?.amounts,
      order,
      maxWait,
      maxHops,
      startMs,
      deadlineMs,
    },
    budget,
  );
  const paths = search.best(maxPaths).map((rows) => describePath(graph, rows));
  return budget.exhausted ? stopped(paths, budget.describe()) : complete(paths);
}
