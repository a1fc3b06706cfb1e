import { PRECISIONS, resolveOptions } from '../foundation/index.js';
import { putCreditsFirst } from './credits-first.js';
import { type TemporalGraph } from './temporal-graph.js';

const DAY = PRECISIONS.indexOf('day');

/** How {@link bookingOrder} decides what the data leaves open. */
export interface BookingOptions {
  /** Take the last of the transfers that may come next instead of the first, to see whether it matters. Default false. */
  readonly reversed?: boolean;
}

const DEFAULTS: Required<BookingOptions> = Object.freeze({ reversed: false });

/**
 * The order in which value moves: by time, and inside one instant
 * 1. by the posting order, if the data gave one;
 * 2. else, if times are known to the day at most, a transfer into an account before the transfers out of it, wherever
 *    these relations form no cycle: transfers inside a strong component of the instant stay unrelated;
 * 3. else by the bytes of the data's own transaction id; inside one transaction as in 2, then in canonical order.
 * Among all orders that obey 1 and 2 it is the first by 3, or with `reversed` the last. A convention: it does not claim
 * that transfers were booked like this.
 *
 * @returns the rows, each once. O(transfers), and O(log) more for each transfer of an instant with several.
 */
export function bookingOrder(graph: TemporalGraph, options: BookingOptions = {}): Int32Array {
  const { reversed } = resolveOptions(DEFAULTS, options, 'bookingOrder');
  const order = Int32Array.from({ length: graph.transferCount }, (_, row) => row);
  const { ledger, payer, beneficiary } = graph;
  if (ledger.sequenced) return order;
  const { timeMs, precision, id, textIndex } = ledger.columns;
  // Transfers under one id are parts of one transaction, whose inner order the data do not give.
  const byId =
    id === undefined ? undefined : (a: number, b: number) => id.compare(textIndex?.[a] ?? a, textIndex?.[b] ?? b);
  const local = new Int32Array(graph.accountCount).fill(-1);
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && timeMs[end] === timeMs[start]) end++;
    if (end - start === 1) continue;
    const instant = order.subarray(start, end);
    if (byId !== undefined) instant.sort((a, b) => byId(a, b) || a - b);
    if (reversed) instant.reverse();
    if (instant.some((row) => precision[row]! <= DAY)) putCreditsFirst(instant, payer, beneficiary, local);
    else if (byId !== undefined) {
      for (let first = 0, next = 1; first < instant.length; first = next++) {
        while (next < instant.length && byId(instant[first]!, instant[next]!) === 0) next++;
        const isTransaction = next - first > 1 && ledger.id(instant[first]!) !== '';
        if (isTransaction) putCreditsFirst(instant.subarray(first, next), payer, beneficiary, local);
      }
    }
  }
  return order;
}
