/** Events that may be compared with each other, as columns. */
export interface OrderedEvents {
  /** When each happened; ascending inside a group. */
  readonly timeMs: Float64Array;
  /** Where each happened, 0 .. positionCount - 1. */
  readonly position: Uint8Array;
  /** Group g holds the events `groupStarts[g] .. groupStarts[g + 1] - 1`; length = groups + 1, last = number of events. */
  readonly groupStarts: Int32Array;
  readonly positionCount: number;
  /** Greatest time between two events that are compared, inclusive. */
  readonly maxLagMs: number;
}

/** What pairs of events say, as counts. */
export interface OrderPairs {
  /** Pairs whose later event is at a later position, and at an earlier one. */
  forward: number;
  backward: number;
}

/**
 * Counts the pairs of one group at different positions whose times differ by more than nothing and at most `maxLagMs`.
 * `position` may be another order of the same places than that of the events. O(events x positions).
 *
 * The readable version: for each group, for each event `later`, for each event `earlier` of the group with
 * `0 < timeMs[later] - timeMs[earlier] <= maxLagMs`: forward if position[earlier] < position[later], backward if greater.
 * Here the events inside the window are held as counts by position.
 *
 * @param counts scratch of length positionCount
 * @param into overwritten
 */
export function countOrderInto(
  { timeMs, groupStarts, positionCount, maxLagMs }: OrderedEvents,
  position: Uint8Array,
  counts: Int32Array,
  into: OrderPairs,
): void {
  let forward = 0;
  let backward = 0;
  for (let group = 0; group + 1 < groupStarts.length; group++) {
    counts.fill(0);
    let added = groupStarts[group]!;
    let dropped = added;
    for (let later = groupStarts[group]!; later < groupStarts[group + 1]!; later++) {
      const time = timeMs[later]!;
      while (timeMs[added]! < time) counts[position[added++]!]!++;
      while (timeMs[dropped]! < time - maxLagMs) counts[position[dropped++]!]!--;
      const at = position[later]!;
      for (let other = 0; other < at; other++) forward += counts[other]!;
      for (let other = at + 1; other < positionCount; other++) backward += counts[other]!;
    }
  }
  into.forward = forward;
  into.backward = backward;
}

/**
 * Length of the longest strictly forward way through the events: positions rise, times rise strictly. Events may stand in
 * any order. O(events log events + events x positions).
 */
export function longestWay(timeMs: Float64Array, position: Uint8Array, positionCount: number): number {
  const order = Uint32Array.from(timeMs.keys()).sort((a, b) => timeMs[a]! - timeMs[b]! || position[b]! - position[a]!);
  // longest[p] = of ways that end at position p. Inside one instant the later position comes first, so no two are joined.
  const longest = new Int32Array(positionCount);
  for (const event of order) {
    const at = position[event]!;
    let before = 0;
    for (let other = 0; other < at; other++) before = Math.max(before, longest[other]!);
    longest[at] = Math.max(longest[at]!, before + 1);
  }
  return longest.reduce((most, length) => Math.max(most, length), 0);
}
