import { type TemporalGraph } from '../graph/index.js';
import { flowOrder } from './flow-order.js';
import { type TransferUnits } from './transfer-units.js';
import { type FlowColumns } from './marked-flow.kernel.js';

/** Above this many pairs of account and currency, queues are numbered as they are met instead of all at once. */
const DENSE = 1 << 26;

/** The graph's transfers as the kernels of flow see them. */
export interface GraphFlows {
  readonly columns: Omit<FlowColumns, 'marks'>;
  /** How many queues (account and currency) there are. */
  readonly queueCount: number;
  /** By queue: how many lots come into all queues before it, so that those of one queue can lie side by side. */
  readonly lotStarts: Int32Array;
  /** The order in which value moves; see {@link flowOrder}. */
  readonly order: Int32Array;
}

/**
 * One queue for each account and currency; self-transfers and rows without a positive amount (`paid` in units is 0) move
 * nothing. Queues of one account stand in a circle. What arrives is the received amount where the data state one, else the paid amount. O(transfers).
 */
export function flowColumns(graph: TemporalGraph, units: TransferUnits): GraphFlows {
  const { paid } = units;
  const { payer, beneficiary, transferCount, accountCount, ledger } = graph;
  const { amountMinor, currency, receivedMinor, receivedCurrency } = ledger.columns;
  const currencies = Math.max(1, ledger.currencies.length);
  const dense = accountCount * currencies <= DENSE;
  const met = new Map<number, number>();
  const queueOf = (account: number, code: number): number => {
    const key = account * currencies + code;
    if (dense) return key;
    const known = met.get(key) ?? met.size;
    met.set(key, known);
    return known;
  };
  const from = new Int32Array(transferCount).fill(-1);
  const to = new Int32Array(transferCount).fill(-1);
  const received = receivedMinor === undefined ? amountMinor : new Float64Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    if (paid[row] === 0) continue;
    if (dense && receivedMinor === undefined) {
      from[row] = payer[row]! * currencies + currency[row]!;
      to[row] = beneficiary[row]! * currencies + currency[row]!;
      continue;
    }
    from[row] = queueOf(payer[row]!, currency[row]!);
    const stated = receivedMinor?.[row] ?? NaN;
    const isStated = receivedCurrency !== undefined && stated > 0;
    to[row] = queueOf(beneficiary[row]!, isStated ? receivedCurrency[row]! : currency[row]!);
    if (receivedMinor !== undefined) received[row] = isStated ? stated : amountMinor[row]!;
  }
  const queueCount = dense ? accountCount * currencies : met.size;
  const sibling = currencies === 1 ? new Int32Array(0) : siblingQueues(graph, { from, to, queueCount });
  return {
    order: flowOrder(graph, paid),
    columns: { from, to, paid: amountMinor, received, paidUnits: paid, receivedUnits: units.received, sibling },
    queueCount,
    lotStarts: lotStartsOf(to, queueCount),
  };
}

function lotStartsOf(to: Int32Array, queueCount: number): Int32Array {
  const starts = new Int32Array(queueCount);
  for (let row = 0; row < to.length; row++) if (to[row]! >= 0) starts[to[row]!]!++;
  let before = 0;
  for (let queue = 0; queue < queueCount; queue++) {
    const count = starts[queue]!;
    starts[queue] = before;
    before += count;
  }
  return starts;
}

/** A circle of the queues that each account uses; -1 for queues that nobody uses. */
function siblingQueues(
  { payer, beneficiary, accountCount }: TemporalGraph,
  { from, to, queueCount }: { readonly from: Int32Array; readonly to: Int32Array; readonly queueCount: number },
): Int32Array {
  const sibling = new Int32Array(queueCount).fill(-1);
  const last = new Int32Array(accountCount).fill(-1);
  const add = (account: number, queue: number): void => {
    if (sibling[queue]! >= 0) return;
    const before = last[account]!;
    sibling[queue] = before < 0 ? queue : sibling[before]!;
    if (before >= 0) sibling[before] = queue;
    last[account] = queue;
  };
  for (let row = 0; row < from.length; row++) {
    if (from[row]! < 0) continue;
    add(payer[row]!, from[row]!);
    add(beneficiary[row]!, to[row]!);
  }
  return sibling;
}
