import { type Row } from '../../foundation/index.js';
import { type TemporalGraph, type TemporalIndex } from '../../graph/index.js';

/** One direction of time: along the transfers, or back against them with times negated. */
interface Direction {
  readonly sign: 1 | -1;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Transfers by their `from` account. */
  readonly index: TemporalIndex;
}

/**
 * Unmarks the transfers that no time-respecting walk from a source can have taken; waiting is not limited. `usable`
 * (1 = may be used, per row) must already leave out self-transfers and what enters a source or leaves a target.
 * O(accounts + transfers log degree).
 */
export function keepFromSources(
  graph: TemporalGraph,
  usable: Uint8Array,
  isSource: Uint8Array,
  sameInstant: boolean,
): void {
  const { payer, beneficiary } = graph;
  keepReached(graph, usable, isSource, sameInstant, { sign: 1, from: payer, to: beneficiary, index: graph.out });
}

/** Likewise those after which no walk gets to a target. */
export function keepToTargets(
  graph: TemporalGraph,
  usable: Uint8Array,
  isTarget: Uint8Array,
  sameInstant: boolean,
): void {
  const { payer, beneficiary } = graph;
  keepReached(graph, usable, isTarget, sameInstant, { sign: -1, from: beneficiary, to: payer, index: graph.in });
}

function keepReached(
  graph: TemporalGraph,
  usable: Uint8Array,
  isSeed: Uint8Array,
  sameInstant: boolean,
  direction: Direction,
): void {
  const { timeMs } = graph.ledger.columns;
  const { sign, from } = direction;
  const arrival = earliestArrival(graph, usable, isSeed, sameInstant, direction);
  for (let row = 0; row < usable.length; row++) {
    const time = sign * timeMs[row]!;
    const arrived = arrival[from[row]!]!;
    if (sameInstant ? arrived > time : arrived >= time) usable[row] = 0;
  }
}

/** First time in this direction at which each account is reached: -Infinity at seeds, Infinity where never. */
function earliestArrival(
  graph: TemporalGraph,
  usable: Uint8Array,
  isSeed: Uint8Array,
  sameInstant: boolean,
  { sign, from, to, index }: Direction,
): Float64Array {
  const { timeMs } = graph.ledger.columns;
  const arrival = new Float64Array(graph.accountCount).fill(Infinity);
  for (let account = 0; account < isSeed.length; account++) if (isSeed[account] === 1) arrival[account] = -Infinity;
  const justReached: number[] = [];
  const reach = (row: Row, time: number): void => {
    const account = to[row]!;
    if (arrival[account] !== Infinity) return;
    arrival[account] = time;
    if (sameInstant) justReached.push(account);
  };
  for (let i = 0; i < usable.length; i++) {
    const row = sign === 1 ? i : usable.length - 1 - i;
    if (usable[row] === 0) continue;
    const time = sign * timeMs[row]!;
    const arrived = arrival[from[row]!]!;
    if (sameInstant ? arrived <= time : arrived < time) reach(row, time);
    // Rows of this instant that were passed over before their account was reached.
    for (let account = justReached.pop(); account !== undefined; account = justReached.pop()) {
      const { rows, starts } = index;
      const end = starts[account + 1]!;
      let at = firstAt(timeMs, rows, starts[account]!, end, timeMs[row]!);
      for (; at < end && timeMs[rows[at]!] === timeMs[row]; at++) if (usable[rows[at]!] === 1) reach(rows[at]!, time);
    }
  }
  return arrival;
}

/** First position in low .. end - 1 whose row is not before a time, or end. */
function firstAt(timeMs: Float64Array, rows: Int32Array, low: number, end: number, time: number): number {
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeMs[rows[middle]!]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
