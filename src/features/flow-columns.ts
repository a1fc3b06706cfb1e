import { type TemporalGraph } from '../graph/index.js';
import { flowOrder } from './flow-order.js';
import { type FlowColumns } from './marked-flow.kernel.js';

/** Above this many pairs of account and currency, queues are numbered as they are met instead of all at once. */
const DENSE = 1 << 26;

/** The graph's transfers as the kernels of flow see them. */
export interface GraphFlows {
  readonly columns: Omit<FlowColumns, 'marks'>;
  /** How many queues (account and currency) there are. */
  readonly queueCount: number;
  /** The order in which value moves; see {@link flowOrder}. */
  readonly order: Int32Array;
}

/**
 * One queue for each account and currency; self-transfers and rows without a positive amount (`paid` in units is 0) move
 * nothing. What arrives is the received amount where the data state one, else the paid amount. O(transfers).
 */
export function flowColumns(graph: TemporalGraph, paid: Float64Array): GraphFlows {
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
    from[row] = queueOf(payer[row]!, currency[row]!);
    const stated = receivedMinor?.[row] ?? NaN;
    const isStated = receivedCurrency !== undefined && stated > 0;
    to[row] = queueOf(beneficiary[row]!, isStated ? receivedCurrency[row]! : currency[row]!);
    if (receivedMinor !== undefined) received[row] = isStated ? stated : amountMinor[row]!;
  }
  return {
    order: flowOrder(graph, paid),
    columns: { from, to, paid: amountMinor, received },
    queueCount: dense ? accountCount * currencies : met.size,
  };
}
