/** One direction of an account's transfers: a has those from starts[a] to starts[a + 1], by time. */
export interface DirectedTransfers {
  readonly starts: Int32Array;
  /** By place: the row, its time in UTC milliseconds and its value in units; 0 = it moves nothing. */
  readonly rows: Int32Array;
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  /** By place: 1 = from a regular payer, or to somebody who lives on it. */
  readonly ordinary: Uint8Array;
}

/**
 * Per account. Times are NaN where it has no transfer that moves anything; gaps are those between receipts. Regular
 * payers and wages paid count for active days and for times, and for nothing else.
 */
export interface UseColumns {
  readonly transfers: Int32Array;
  readonly busyDays: Int32Array;
  readonly activeDays: Int32Array;
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
  readonly receipts: Int32Array;
  readonly gapsMs: Float64Array;
  readonly squaredGaps: Float64Array;
}

const DAY_MS = 86_400_000;

/** Walks through each account's transfers in and out, merged by row. Days are counted from `startMs`. O(transfers). */
export function sumUseInto(use: UseColumns, into: DirectedTransfers, out: DirectedTransfers, startMs: number): void {
  for (let a = 0; a < use.transfers.length; a++) {
    let i = into.starts[a]!;
    let o = out.starts[a]!;
    const endIn = into.starts[a + 1]!;
    const endOut = out.starts[a + 1]!;
    let transfers = 0;
    let days = 0;
    let day = -Infinity;
    let busyDays = 0;
    let busyDay = -Infinity;
    let first = NaN;
    let last = NaN;
    let receipts = 0;
    let receipt = NaN;
    let gaps = 0;
    let squares = 0;
    while (i < endIn || o < endOut) {
      const isIn = o === endOut || (i < endIn && into.rows[i]! <= out.rows[o]!);
      const value = isIn ? into.values[i]! : out.values[o]!;
      const isOrdinary = (isIn ? into.ordinary[i]! : out.ordinary[o]!) === 1;
      const at = isIn ? into.timesMs[i++]! : out.timesMs[o++]!;
      if (value === 0) continue;
      if (days === 0) first = at;
      last = at;
      const today = Math.floor((at - startMs) / DAY_MS);
      if (today !== day) days++;
      day = today;
      if (isOrdinary) continue;
      transfers++;
      if (today !== busyDay) busyDays++;
      busyDay = today;
      if (!isIn) continue;
      if (receipts++ > 0) {
        gaps += at - receipt;
        squares += (at - receipt) ** 2;
      }
      receipt = at;
    }
    use.transfers[a] = transfers;
    use.busyDays[a] = busyDays;
    use.activeDays[a] = days;
    use.firstMs[a] = first;
    use.lastMs[a] = last;
    use.receipts[a] = receipts;
    use.gapsMs[a] = gaps;
    use.squaredGaps[a] = squares;
  }
}
