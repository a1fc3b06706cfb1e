import { PRECISIONS } from '../foundation/index.js';
import { putCreditsFirst, type TemporalGraph } from '../graph/index.js';

const DAY = PRECISIONS.indexOf('day');

/** Instants of up to this many transfers are sorted by insertion: a call of the engine's sort costs more. */
const FEW = 24;

/**
 * The order in which features let value move: by time; inside one instant by the data's posting order, else larger amounts
 * first, so that names of accounts and ids decide nothing; and where times are known to the day at most, a transfer into
 * an account before the transfers out of it. A convention, as any order inside an instant is.
 *
 * @returns the rows, each once. O(n), and O(log) more for transfers of one instant.
 */
export function flowOrder(graph: TemporalGraph, value: Float64Array): Int32Array {
  const { payer, beneficiary, transferCount, ledger } = graph;
  const { timeMs, precision } = ledger.columns;
  const order = new Int32Array(transferCount);
  for (let row = 0; row < transferCount; row++) order[row] = row;
  if (ledger.sequenced) return order;
  const local = new Int32Array(graph.accountCount).fill(-1);
  for (let start = 0, end = 1; start < transferCount; start = end++) {
    while (end < transferCount && timeMs[end] === timeMs[start]) end++;
    if (end - start === 1) continue;
    if (end - start <= FEW) largestFirst(order, start, end, value);
    else order.subarray(start, end).sort((a, b) => value[b]! - value[a]! || a - b);
    if (precision[order[start]!]! <= DAY) putCreditsFirst(order.subarray(start, end), payer, beneficiary, local);
  }
  return order;
}

/** Sorts ascending rows by value, the largest first; rows of equal value stay as they are. */
function largestFirst(order: Int32Array, start: number, end: number, value: Float64Array): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!;
    let at = i;
    for (; at > start && value[order[at - 1]!]! < value[row]!; at--) order[at] = order[at - 1]!;
    order[at] = row;
  }
}
