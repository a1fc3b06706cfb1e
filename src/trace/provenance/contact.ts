import { type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type AccountLanes } from './account-lanes.js';
import { type ResolvedClaim } from './resolved-claim.js';
import { type TraceSettings } from './trace-options.js';

/** What a claim can have touched at all. */
export interface Contact {
  /** Fewest transfers by which claimed value can have reached a lane; 0 = it cannot have. */
  readonly laneHops: Int32Array;
  /** Transfers that can have carried claimed value, in booked order. */
  readonly rows: readonly Row[];
  /** By entry of `rows`. */
  readonly hops: readonly number[];
  /** By entry of `rows`: every way leads through an asserted link. */
  readonly asserted: readonly boolean[];
}

/**
 * Marks everything after contact: whatever leaves a lane that claimed value reached before may carry some of it. That is
 * the rule `poison`, and for every other rule the set of lanes outside of which nothing is ever claimed. The least share
 * of a step is not looked at. O(transfers).
 */
export function contactOf(
  graph: TemporalGraph,
  lanes: AccountLanes,
  order: Int32Array,
  claim: ResolvedClaim,
  { maxHops, maxWaitMs }: Pick<TraceSettings, 'maxHops' | 'maxWaitMs'>,
): Contact {
  const { timeMs, channel } = graph.ledger.columns;
  const { isClaimed, isSource, endsTrace, handedOut, linked } = claim;
  const laneHops = new Int32Array(lanes.count);
  const onlyAsserted = new Uint8Array(lanes.count).fill(1);
  const newestMs = new Float64Array(lanes.count);
  const hand = new Map<Row, number>();
  const contact = { laneHops, rows: [] as Row[], hops: [] as number[], asserted: [] as boolean[] };
  for (const row of order) {
    const from = lanes.from[row]!;
    if (from < 0) continue;
    const to = lanes.to[row]!;
    let hops = 0;
    let asserted = false;
    let broughtBack = false;
    if (isClaimed[row] === 1) hops = 1;
    else if (laneHops[from]! > 0 && laneHops[from]! < maxHops && timeMs[row]! - newestMs[from]! <= maxWaitMs) {
      hops = laneHops[from]! + 1;
      asserted = onlyAsserted[from] === 1;
    }
    for (const { fromRow } of linked.size === 0 ? [] : (linked.get(row) ?? [])) {
      const inHand = hand.get(fromRow) ?? maxHops;
      if (inHand >= maxHops) continue;
      broughtBack = true;
      asserted ||= hops === 0;
      hops = hops === 0 ? inHand + 1 : Math.min(hops, inHand + 1);
    }
    if (hops === 0) continue;
    contact.rows.push(row);
    contact.hops.push(hops);
    contact.asserted.push(asserted);
    const isHandedOut = handedOut.has(row);
    if (isHandedOut) hand.set(row, hops);
    const ends = endsTrace[channel[row]!] === 1 && isClaimed[row] === 0 && !broughtBack;
    if (isHandedOut || ends || isSource[lanes.account[to]!] === 1) continue;
    laneHops[to] = laneHops[to] === 0 ? hops : Math.min(hops, laneHops[to]!);
    if (!asserted) onlyAsserted[to] = 0;
    newestMs[to] = timeMs[row]!;
  }
  return contact;
}
