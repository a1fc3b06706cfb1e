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

/**
 * The queues. Lots of one queue lie side by side in the order in which they came, so that what is taken next mostly is where
 * the processor looked last.
 */
export interface LotColumns {
  /** By queue, two numbers: its first lot, and the end of its lots. Before anything came both are where its lots will lie. */
  readonly bounds: Int32Array;
  /** By lot, two numbers: what is left of it, and the marked part of what is left. */
  readonly holdings: Float64Array;
  /** By lot: the row that brought it. */
  readonly broughtBy: Int32Array;
}

/**
 * Moves money first in, first out, in the given order of rows, and fills, by row, `carried` with the marked money that it
 * consumed and `arrived` with the marked money that it brought. Taking p of a lot of `left` takes round(p * marked / left) of
 * its mark, and the last piece takes the rest, so marked money is conserved exactly: what came in = what was carried out +
 * what is held at the end. What an account pays beyond what it received in that currency comes out of its oldest money in
 * other currencies, converted by units and rounded down; beyond that it is unmarked. A row that marks nothing itself hands on
 * the share it carried.
 *
 * `lots.holdings` has what was not consumed when it is done. O(rows + pieces), at most two pieces a row.
 */
export function followMarkedInto(
  { carried, arrived }: { readonly carried: Float64Array; readonly arrived: Float64Array },
  lots: LotColumns,
  columns: FlowColumns,
  order: Int32Array,
): void {
  const { bounds, holdings, broughtBy } = lots;
  const { from, to, paid, received, marks } = columns;
  const isExchanging = columns.sibling.length > 0;
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const queue = from[row]!;
    if (queue < 0) continue;
    let need = paid[row]!;
    let taken = 0;
    let lot = bounds[2 * queue]!;
    const end = bounds[2 * queue + 1]!;
    while (need > 0 && lot < end) {
      const left = holdings[2 * lot]!;
      const marked = holdings[2 * lot + 1]!;
      if (left <= need) {
        need -= left;
        taken += marked;
        holdings[2 * lot] = 0;
        holdings[2 * lot + 1] = 0;
        lot++;
        continue;
      }
      // Never less than leaves room for the rest: products beyond 2^53 round.
      const mark = Math.max(Math.round((need * marked) / left), marked - (left - need));
      taken += mark;
      holdings[2 * lot] = left - need;
      holdings[2 * lot + 1] = marked - mark;
      need = 0;
    }
    bounds[2 * queue] = lot;
    if (need > 0 && isExchanging) {
      taken = Math.min(paid[row]!, taken + takeElsewhere(row, need, lots, columns));
    }
    carried[row] = taken;
    const came = received[row]!;
    const mark = marks[row] === 1 ? came : Math.min(came, Math.round((came * taken) / paid[row]!));
    arrived[row] = mark;
    const added = bounds[2 * to[row]! + 1]!++;
    holdings[2 * added] = came;
    holdings[2 * added + 1] = mark;
    broughtBy[added] = row;
  }
}

/**
 * Takes what a row still needs from its account's other queues, the oldest lot first, and returns the marked part in minor
 * units of the row, rounded down.
 */
function takeElsewhere(
  row: number,
  need: number,
  { bounds, holdings, broughtBy }: LotColumns,
  { from, paid, received, paidUnits, receivedUnits, sibling }: FlowColumns,
): number {
  const own = from[row]!;
  const worth = paidUnits[row]! / paid[row]!;
  let missing = need * worth;
  let taken = 0;
  while (missing > 0) {
    let oldest = -1;
    let bringer = -1;
    for (let queue = sibling[own]!; queue !== own; queue = sibling[queue]!) {
      const lot = bounds[2 * queue]!;
      if (lot === bounds[2 * queue + 1]! || (oldest >= 0 && broughtBy[lot]! >= bringer)) continue;
      oldest = queue;
      bringer = broughtBy[lot]!;
    }
    if (oldest < 0) break;
    const lot = bounds[2 * oldest]!;
    const left = holdings[2 * lot]!;
    const lotWorth = receivedUnits[bringer]! / received[bringer]!;
    const wanted = Math.min(left, Math.ceil(missing / lotWorth));
    const mark = Math.min(Math.round((wanted * holdings[2 * lot + 1]!) / left), holdings[2 * lot + 1]!);
    taken += Math.min(mark * lotWorth, missing);
    missing -= wanted * lotWorth;
    holdings[2 * lot + 1]! -= mark;
    holdings[2 * lot] = left - wanted;
    if (left === wanted) bounds[2 * oldest] = lot + 1;
  }
  return Math.floor(taken / worth);
}
