import { type Account, type Bounded, complete, requireRange, type Row, stopped } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { bestWay } from './best-way.js';
import { compareAims, comparePaths } from './compare-paths.js';
import { askedPaths, type PathOptions, type PathEnds } from './path-options.js';
import { PathSearch } from './path-search.js';
import { RouteFold } from './route-fold.js';
import { routeWays } from './route-ways.js';
import { describePath, type TransferPath } from './transfer-path.js';

/** Which routes {@link findRoutes} looks for: `maxRoutes` instead of `maxPaths`, else as for paths. */
export interface RouteOptions extends Omit<PathOptions, 'maxPaths'> {
  /** How many of the best routes. Default 10. */
  readonly maxRoutes?: number;
}

/** All paths over the same accounts in the same order, told as one. */
export interface PathRoute {
  /** Accounts passed, in order. */
  readonly accounts: readonly Account[];
  /** The best path along them, by the order asked for. */
  readonly best: TransferPath;
  /** Paths along them, that one included: exact, however many. */
  readonly ways: bigint;
  /** For each pair of neighbours the transfers between them that some path of the route uses, ascending. */
  readonly legs: readonly (readonly Row[])[];
}

/**
 * What connects these two, by way of whom? The routes of the best paths, in the order of `findPaths`: a hundred parallel
 * payments make many paths and one route. A route stands where its best path does.
 *
 * Not claimed: what `findPaths` does not claim, nor that what a leg moved in all went along the route.
 *
 * Exact: the search of `findPaths`, which of all paths under way over the same accounts goes on with those that no other one
 * beats in time and amount; ways are counted leg by leg, not listed, and the best of them is put together likewise. With a limit
 * on waiting much less can be dropped: see `findPaths`. Where `maxVisits` stopped it, routes may be missing.
 *
 * @throws what `findPaths` throws
 * @example
 * const { items } = findRoutes(graph, { from: [payer], to: [shop] }, { maxRoutes: 3 });
 */
export function findRoutes(graph: TemporalGraph, ends: PathEnds, options: RouteOptions = {}): Bounded<PathRoute> {
  const { maxRoutes = 10, ...rest } = options;
  requireRange('maxRoutes', maxRoutes, 1, Infinity);
  const { question, budget } = askedPaths(graph, ends, rest, 'findRoutes');
  const search = new PathSearch(graph, question, budget, new RouteFold(question.maxWait < Infinity));
  const known = new Set<string>();
  const found: FoundRoute[] = [];
  for (const rows of search.inOrder()) {
    const last = found[maxRoutes - 1];
    if (last !== undefined && compareAims(graph, question, last.rows, rows) < 0) break;
    const { accounts } = describePath(graph, rows);
    const key = accounts.join(' ');
    if (known.has(key)) continue;
    known.add(key);
    const ways = routeWays(graph, question, accounts);
    found.push({ ...ways, accounts, rows: bestWay(graph, question, ways.legs, rows) });
  }
  const routes = found
    .sort((a, b) => comparePaths(graph, question, a.rows, b.rows))
    .slice(0, maxRoutes)
    .map(({ accounts, rows, ways, legs }) => ({ accounts, best: describePath(graph, rows), ways, legs }));
  return budget.exhausted ? stopped(routes, budget.describe()) : complete(routes);
}

interface FoundRoute extends Omit<PathRoute, 'best'> {
  /** Of its best path. */
  readonly rows: Int32Array;
}
