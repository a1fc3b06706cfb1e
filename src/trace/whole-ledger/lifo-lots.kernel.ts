import { type LotPool } from './lot-pool.js';

/**
 * Last in, first out over all accounts: each account is a stack of lots, linked by `lots.next` downwards from top[a]
 * (-1 = empty; must be filled with -1). A payment takes lots off one stack and puts them, in the order taken, on the
 * other; what the stack cannot cover is born last. An event makes at most one new lot.
 *
 * @returns the number of times a lot, or a part of one, came to an account. O(events + moves).
 */
export function moveLifoLots(
  from: Int32Array,
  to: Int32Array,
  quantity: Float64Array,
  lots: LotPool,
  top: Int32Array,
): number {
  let { quantity: held, next } = lots;
  let moves = 0;
  for (let event = 0; event < from.length; event++) {
    if (lots.reserve()) ({ quantity: held, next } = lots);
    const source = from[event]!;
    const target = to[event]!;
    let open = quantity[event]!;
    let upper = top[target]!;
    if (source >= 0) {
      let lot = top[source]!;
      while (lot >= 0 && held[lot]! <= open) {
        open -= held[lot]!;
        moves++;
        const below = next[lot]!;
        next[lot] = upper;
        upper = lot;
        lot = below;
      }
      top[source] = lot;
      if (lot >= 0 && open > 0) {
        held[lot] = held[lot]! - open;
        const part = lots.take(lots.birth[lot]!, open);
        open = 0;
        moves++;
        next[part] = upper;
        upper = part;
      }
    }
    if (open > 0) {
      const born = lots.take(event, open);
      moves++;
      next[born] = upper;
      upper = born;
    }
    top[target] = upper;
  }
  return moves;
}
