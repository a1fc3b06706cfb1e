import { type LotPool } from './lot-pool.js';

/**
 * First in, first out, or last in, first out (`fromEnd`), over all accounts: the fast twin of a LaneBook of LineHoldings.
 * Each account is a line of lots, linked by `lots.next` from head[a], the lot to be taken next, -1 = none. A payment takes
 * lots off the head of one line and puts them, one by one, behind the tail of the other, or before its head if `fromEnd`.
 * What the line cannot cover is born. Whole lots change lines by their links, so an event makes at most one new lot. `head`
 * and `tail` must be filled with -1; `tail` stays so if `fromEnd`. Origins are those of the births: see MoneyEvents.
 *
 * @returns the number of times a lot, or a part of one, came to an account. O(events + moves).
 */
export function moveLineLots(
  from: Int32Array,
  to: Int32Array,
  quantity: Float64Array,
  fromEnd: boolean,
  lots: LotPool,
  head: Int32Array,
  tail: Int32Array,
): number {
  const ends = fromEnd ? head : tail;
  let { quantity: held, next } = lots;
  let moves = 0;
  for (let event = 0; event < from.length; event++) {
    if (lots.reserve()) ({ quantity: held, next } = lots);
    const source = from[event]!;
    const target = to[event]!;
    let open = quantity[event]!;
    let end = ends[target]!;
    let lot = source >= 0 ? head[source]! : -1;
    while (open > 0) {
      let moved = lot;
      const size = lot < 0 ? Infinity : held[lot]!;
      if (size <= open) {
        open -= size;
        lot = next[lot]!;
      } else {
        if (lot >= 0) held[lot] = size - open;
        moved = lots.take(lot < 0 ? event : lots.birth[lot]!, open);
        open = 0;
      }
      moves++;
      if (fromEnd) next[moved] = end;
      else if (end < 0) head[target] = moved;
      else next[end] = moved;
      end = moved;
    }
    if (source >= 0) {
      head[source] = lot;
      if (lot < 0) ends[source] = -1;
    }
    if (!fromEnd) next[end] = -1;
    ends[target] = end;
  }
  return moves;
}
