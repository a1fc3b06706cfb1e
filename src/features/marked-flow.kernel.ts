/** Transfers as the kernel sees them, by row. Amounts are whole numbers of minor units. */
export interface FlowColumns {
  /** Queue that a row takes money from and puts money into: one per account and currency. -1 = the row moves nothing. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly paid: Float64Array;
  readonly received: Float64Array;
  /** What is paid and received, in units that compare currencies. */
  readonly paidUnits: Float64Array;
  readonly receivedUnits: Float64Array;
  /** By queue: the next queue of the same account, in a circle. Empty if there is one currency. */
  readonly sibling: Int32Array;
  /** 1 = all of what arrives is marked. */
  readonly marks: Uint8Array;
}

/** The queues. A lot has the number of the row that brought it. */
export interface LotColumns {
  /** By queue: first and last lot, -1 = none. Length = number of queues. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** By row: the lot behind it, -1 = none; what is left of it; the marked part of what is left. */
  readonly next: Int32Array;
  readonly left: Float64Array;
  readonly marked: Float64Array;
}

/**
 * Moves money first in, first out, in the given order of rows, and fills, by row, `carried` with the marked money that it
 * consumed and `arrived` with the marked money that it brought. Taking p of a lot of `left` takes round(p * marked / left) of
 * its mark, and the last piece takes the rest, so marked money is conserved exactly: what came in = what was carried out +
 * what is held at the end. What an account pays beyond what it received in that currency comes out of its oldest money in
 * other currencies, converted by units and rounded down; beyond that it is unmarked. A row that marks nothing itself hands on
 * the share it carried.
 *
 * `lots.left` and `lots.marked` hold what was not consumed when it is done. O(rows + pieces), at most two pieces a row.
 */
export function followMarkedInto(
  { carried, arrived }: { readonly carried: Float64Array; readonly arrived: Float64Array },
  lots: LotColumns,
  columns: FlowColumns,
  order: Int32Array,
): void {
  const { head, tail, next, left, marked } = lots;
  const { from, to, paid, received, marks } = columns;
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const queue = from[row]!;
    if (queue < 0) continue;
    let need = paid[row]!;
    let taken = 0;
    let lot = head[queue]!;
    while (need > 0 && lot >= 0) {
      if (left[lot]! <= need) {
        need -= left[lot]!;
        taken += marked[lot]!;
        left[lot] = 0;
        marked[lot] = 0;
        lot = next[lot]!;
        continue;
      }
      // Never less than leaves room for the rest: products beyond 2^53 round.
      const mark = Math.max(Math.round((need * marked[lot]!) / left[lot]!), marked[lot]! - (left[lot]! - need));
      taken += mark;
      marked[lot]! -= mark;
      left[lot]! -= need;
      need = 0;
    }
    head[queue] = lot;
    if (need > 0 && columns.sibling.length > 0) {
      taken = Math.min(paid[row]!, taken + takeElsewhere(row, need, lots, columns));
    }
    carried[row] = taken;
    const target = to[row]!;
    left[row] = received[row]!;
    arrived[row] =
      marks[row] === 1 ? received[row]! : Math.min(received[row]!, Math.round((received[row]! * taken) / paid[row]!));
    marked[row] = arrived[row]!;
    next[row] = -1;
    if (head[target]! < 0) head[target] = row;
    else next[tail[target]!] = row;
    tail[target] = row;
  }
}

/**
 * Takes what a row still needs from its account's other queues, the oldest lot first, and returns the marked part in minor
 * units of the row, rounded down.
 */
function takeElsewhere(
  row: number,
  need: number,
  { head, next, left, marked }: LotColumns,
  { from, paid, received, paidUnits, receivedUnits, sibling }: FlowColumns,
): number {
  const own = from[row]!;
  const worth = paidUnits[row]! / paid[row]!;
  let missing = need * worth;
  let taken = 0;
  while (missing > 0) {
    let oldest = -1;
    for (let queue = sibling[own]!; queue !== own; queue = sibling[queue]!) {
      if (head[queue]! >= 0 && (oldest < 0 || head[queue]! < head[oldest]!)) oldest = queue;
    }
    if (oldest < 0) break;
    const lot = head[oldest]!;
    const lotWorth = receivedUnits[lot]! / received[lot]!;
    const wanted = Math.min(left[lot]!, Math.ceil(missing / lotWorth));
    const mark = Math.min(Math.round((wanted * marked[lot]!) / left[lot]!), marked[lot]!);
    taken += Math.min(mark * lotWorth, missing);
    missing -= wanted * lotWorth;
    marked[lot]! -= mark;
    left[lot]! -= wanted;
    if (left[lot] === 0) head[oldest] = next[lot]!;
  }
  return Math.floor(taken / worth);
}
