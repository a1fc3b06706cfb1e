import { requireRange, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { MaskReach, SEARCHES_AT_ONCE } from './mask-reach.js';
import { checkedEnds, type ReachOptions, reachSettings } from './reach-options.js';
import { ReachSearch } from './reach-search.js';
import { type Direction, searchDirection } from './search-direction.js';
import { placeSearch } from './walk-search.js';

/** Which walks {@link reachCounts} counts the ends of. */
export interface ReachCountOptions extends Omit<ReachOptions, 'startMs' | 'deadlineMs' | 'form'> {
  /** Greatest time from a row to the last transfer of its walks, inclusive. Default Infinity. */
  readonly horizon?: number;
  /** Default 'forward'. */
  readonly direction?: Direction;
}

/**
 * How many accounts each of many transfers reaches: for each row given, the number of accounts at the end of a walk that
 * begins with it and ends within the horizon; see {@link reachableFrom}. 0 for a row that no walk may use. Backward: the
 * number of accounts at the beginning of a walk that ends with the row. Says nothing of amounts.
 *
 * Cost: 32 rows share one pass over the rows of their time; with a limit on waiting or hops each row is a search of its
 * own. Memory 4 (then 24) bytes an account, whatever the number of rows.
 *
 * @returns one count a row, in the order given
 * @throws UsageError `row-range`, `option-range`, `unknown-option`, and those of a transfer filter
 */
export function reachCounts(graph: TemporalGraph, rows: Iterable<Row>, options: ReachCountOptions = {}): Int32Array {
  const { horizon = Infinity, direction = 'forward', ...rest } = options;
  requireRange('horizon', horizon, 0, Infinity);
  const { rules } = reachSettings(graph, rest, 'reachCounts');
  const view = searchDirection(graph, direction);
  const { step, timeMs } = view;
  const given = [...rows];
  const usable = checkedEnds(graph, { rows: given }).rows.filter(
    (row) => view.tail[row] !== view.head[row] && (rules.admitted === undefined || rules.admitted[row] === 1),
  );
  const distinct = step === 1 ? usable : usable.reverse();
  const countOf = new Map<Row, number>();
  if (rules.maxWait < Infinity || rules.maxHops < Infinity) {
    const search = new ReachSearch(view, graph.accountCount, rules);
    for (const row of distinct) {
      const clock = step * timeMs[row]!;
      search.runOnIndex(placeSearch(view, [], [row], clock, clock + horizon));
      countOf.set(row, search.arrivals.reached.length);
    }
  } else {
    const reach = new MaskReach(view, graph.accountCount, rules.admitted, rules.sameInstant);
    for (let i = 0; i < distinct.length; i += SEARCHES_AT_ONCE) {
      const some = distinct.slice(i, i + SEARCHES_AT_ONCE);
      const counts = reach.countFrom(some, horizon);
      some.forEach((row, bit) => countOf.set(row, counts[bit]!));
    }
  }
  return Int32Array.from(given, (row) => countOf.get(row) ?? 0);
}
