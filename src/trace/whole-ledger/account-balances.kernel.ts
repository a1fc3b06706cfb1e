/**
 * Books every event and asks for no origins. All four columns are by account and must be zeroed, `firstBorn` filled with
 * -1. `balance` ends as the balance; `shortfall` as what the account paid without having received it, which is also the
 * least opening balance that keeps it from going below zero; `born` as all money of which it is the origin;
 * `firstBorn` as the event at which that money was first seen, -1 = never. Events have one payer, so no two accounts
 * share one.
 *
 * @returns all money ever born. No balance and no sum of lots can be more: up to 2^53 - 1 everything is exact. O(events).
 */
export function bookBalancesInto(
  from: Int32Array,
  to: Int32Array,
  quantity: Float64Array,
  balance: Float64Array,
  shortfall: Float64Array,
  born: Float64Array,
  firstBorn: Int32Array,
): number {
  let total = 0;
  for (let event = 0; event < from.length; event++) {
    const source = from[event]!;
    const target = to[event]!;
    const paid = quantity[event]!;
    const left = source >= 0 ? balance[source]! - paid : -paid;
    if (left < 0) {
      const origin = source >= 0 ? source : ~source;
      if (firstBorn[origin]! < 0) firstBorn[origin] = event;
      born[origin] = born[origin]! - left;
      if (source >= 0) shortfall[source] = shortfall[source]! - left;
      total -= left;
    }
    if (source >= 0) balance[source] = left < 0 ? 0 : left;
    balance[target] = balance[target]! + paid;
  }
  return total;
}
