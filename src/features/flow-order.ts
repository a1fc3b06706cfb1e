import { PRECISIONS } from '../foundation/index.js';
import { putCreditsFirst, type TemporalGraph } from '../graph/index.js';

const DAY = PRECISIONS.indexOf('day');

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
  const order = Int32Array.from({ length: transferCount }, (_, row) => row);
  if (ledger.sequenced) return order;
  const local = new Int32Array(graph.accountCount).fill(-1);
  for (let start = 0, end = 1; start < transferCount; start = end++) {
    while (end < transferCount && timeMs[end] === timeMs[start]) end++;
    if (end - start === 1) continue;
    const instant = order.subarray(start, end);
    instant.sort((a, b) => value[b]! - value[a]! || a - b);
    if (precision[instant[0]!]! <= DAY) putCreditsFirst(instant, payer, beneficiary, local);
  }
  return order;
}
