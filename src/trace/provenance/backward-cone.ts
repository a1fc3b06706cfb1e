import { type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type AccountLanes } from './account-lanes.js';

/** Where the money of some transfers can have come from. */
export interface BackwardCone {
  /** 1 = what the lane received has to be kept; money of any other lane counts as its own. */
  readonly followed: Uint8Array;
  /** Events to look at: those up to the last of the transfers. */
  readonly end: number;
}

/**
 * Goes back in booked order from some transfers: a lane is needed if money can have come from it to one of them, in time,
 * by at most `maxHops` transfers. A lane exactly that far back is not followed, and neither is one behind a transfer whose
 * channel ends traces. O(transfers).
 */
export function backwardCone(
  graph: TemporalGraph,
  lanes: AccountLanes,
  order: Int32Array,
  purchases: ReadonlySet<Row>,
  endsTrace: Uint8Array,
  maxHops: number,
): BackwardCone {
  const { channel } = graph.ledger.columns;
  const depth = new Int32Array(lanes.count);
  let end = 0;
  for (let event = order.length - 1; event >= 0; event--) {
    const row = order[event]!;
    const from = lanes.from[row]!;
    if (from < 0) continue;
    let steps = 0;
    if (purchases.has(row)) {
      steps = 1;
      end = Math.max(end, event + 1);
    } else if (depth[lanes.to[row]!]! > 0 && endsTrace[channel[row]!] === 0) {
      steps = depth[lanes.to[row]!]! + 1;
    }
    if (steps > 0 && steps < maxHops && (depth[from] === 0 || steps < depth[from]!)) depth[from] = steps;
  }
  return { followed: Uint8Array.from(depth, (steps) => (steps > 0 ? 1 : 0)), end };
}
