import { type Bounded, complete, stopped } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { askedPaths, type PathOptions, type PathEnds } from './path-options.js';
import { PathSearch } from './path-search.js';
import { describePath, type TransferPath } from './transfer-path.js';

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
export function findPaths(graph: TemporalGraph, ends: PathEnds, options: PathOptions = {}): Bounded<TransferPath> {
  const { question, budget, maxPaths } = askedPaths(graph, ends, options, 'findPaths');
  const paths: TransferPath[] = [];
  for (const rows of new PathSearch(graph, question, budget).inOrder()) {
    paths.push(describePath(graph, rows));
    if (paths.length >= maxPaths) break;
  }
  return budget.exhausted ? stopped(paths, budget.describe()) : complete(paths);
}
