import { type TemporalGraph } from '../../graph/index.js';
import { completionBounds, type CompletionRules } from './completion-bounds.js';

/**
 * What makes a path better. 'earliest': it arrives earlier, then has fewer hops. 'fewest-hops': it has fewer hops, then
 * arrives earlier. 'largest-bottleneck': its smallest transfer is larger, then as 'earliest'. Equal ones by later departure.
 */
export type PathOrder = 'earliest' | 'fewest-hops' | 'largest-bottleneck';

/**
 * The least cost, in two parts, of the paths that go on from a row; hops count from the row on, so that those before it
 * can be added. Smaller is better, part by part.
 */
export interface PathCosts {
  /** Smallest transfer, negated; undefined if it does not count. */
  readonly bottleneck: Float64Array | undefined;
  /** Arrival and hops in one number, `hop` for each hop. Infinity where no target can be reached. */
  readonly reach: Float64Array;
  readonly hop: number;
  /** Least hops, where they are limited. */
  readonly hops: Float64Array | undefined;
}

/** What {@link pathCosts} goes by. */
export interface CostAims {
  readonly order: PathOrder;
  /** A number per row in the order of amounts, where they count. */
  readonly amounts: Float64Array | undefined;
  /** Least hops per row, where they are limited. */
  readonly hops: Float64Array | undefined;
}

export function pathCosts(graph: TemporalGraph, rules: CompletionRules, { order, amounts, hops }: CostAims): PathCosts {
  const rank = timeRanks(graph.ledger.columns.timeMs);
  const fewest = order === 'fewest-hops';
  const hop = fewest ? graph.transferCount + 1 : 1;
  // As many hops as numbers have room for, so that those of a long walk never count as time.
  const instant = fewest ? 1 : Math.floor(Number.MAX_SAFE_INTEGER / (graph.transferCount + 1));
  const reach = completionBounds(graph, rules, {
    last: (row) => rank[row]! * instant + hop,
    before: (_, cost) => cost + hop,
  });
  const bottleneck =
    amounts &&
    completionBounds(graph, rules, {
      last: (row) => -amounts[row]!,
      before: (row, cost) => Math.max(-amounts[row]!, cost),
    });
  return { bottleneck, reach, hop, hops };
}

/** Position of each row's time among the distinct times: what is added to hops must be a small integer. */
function timeRanks(timeMs: Float64Array): Int32Array {
  const ranks = new Int32Array(timeMs.length);
  for (let row = 1; row < ranks.length; row++) {
    ranks[row] = ranks[row - 1]! + (timeMs[row] === timeMs[row - 1] ? 0 : 1);
  }
  return ranks;
}
