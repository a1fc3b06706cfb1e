import { type LotPool } from './lot-pool.js';

/**
 * First in, first out over all accounts: each account is a queue of lots, linked by `lots.next` from head[a] to tail[a]
 * (-1 = empty; both must be filled with -1). A payment cuts lots off the front of one queue and hangs them, in this
 * order, on the end of the other; what the queue cannot cover is born. Whole lots change queues by one link, so an event
 * makes at most one new lot. Origins are those of the births: see MoneyEvents.
 *
 * @returns the number of times a lot, or a part of one, came to an account. O(events + moves).
 */
export function moveFifoLots(
  from: Int32Array,
  to: Int32Array,
  quantity: Float64Array,
  lots: LotPool,
  head: Int32Array,
  tail: Int32Array,
): number {
  let { quantity: held, next } = lots;
  let moves = 0;
  for (let event = 0; event < from.length; event++) {
    if (lots.reserve()) ({ quantity: held, next } = lots);
    const source = from[event]!;
    let open = quantity[event]!;
    let first = -1;
    let last = -1;
    if (source >= 0) {
      let lot = head[source]!;
      let size = lot < 0 ? Infinity : held[lot]!;
      if (size <= open) first = lot;
      while (size <= open) {
        open -= size;
        moves++;
        last = lot;
        lot = next[lot]!;
        size = lot < 0 ? Infinity : held[lot]!;
      }
      head[source] = lot;
      if (lot < 0) tail[source] = -1;
      else if (open > 0) {
        held[lot] = size - open;
        const part = lots.take(lots.birth[lot]!, open);
        open = 0;
        moves++;
        if (last < 0) first = part;
        else next[last] = part;
        last = part;
      }
    }
    if (open > 0) {
      const born = lots.take(event, open);
      moves++;
      if (last < 0) first = born;
      else next[last] = born;
      last = born;
    }
    next[last] = -1;
    const target = to[event]!;
    const end = tail[target]!;
    if (end < 0) head[target] = first;
    else next[end] = first;
    tail[target] = last;
  }
  return moves;
}
