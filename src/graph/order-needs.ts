import { type Account, PRECISIONS } from '../foundation/index.js';
import { type TemporalGraph } from './temporal-graph.js';

const DAY = PRECISIONS.indexOf('day');

/** What decides {@link bookingOrder} and may be missing where a graph holds some transfers of a larger ledger. */
export interface OrderNeeds {
  /** Transfers into this account at this time: they come before those out of it. */
  readonly arrivals: readonly { readonly account: Account; readonly timeMs: number }[];
  /** Times of which it is not seen whether some transfer is known to the day at most, which decides for all of the instant. */
  readonly instants: readonly number[];
}

/**
 * What must be there besides the transfers of a graph so that these are booked in the order that the whole gives them. Where
 * credits come before debits, the place of a transfer depends on those into its payer at the same time, on those into their
 * payers, and so on: to be asked again with these, until nothing is new. An instant of one transfer needs nothing.
 * O(transfers), and O(log) more for each transfer of an instant with several.
 */
export function orderNeeds({ ledger, payer }: TemporalGraph): OrderNeeds {
  const arrivals = new Map<string, { readonly account: Account; readonly timeMs: number }>();
  const instants: number[] = [];
  if (ledger.sequenced) return { arrivals: [], instants };
  const { timeMs, precision, id } = ledger.columns;
  const mayBeCoarse = PRECISIONS.indexOf(ledger.precision) <= DAY;
  const want = (row: number): void => {
    const [account, at] = [payer[row]!, timeMs[row]!];
    arrivals.set(`${account} ${at}`, { account, timeMs: at });
  };
  for (let start = 0, end = 1; start < timeMs.length; start = end++) {
    let isCoarse = precision[start]! <= DAY;
    for (; end < timeMs.length && timeMs[end] === timeMs[start]; end++) isCoarse ||= precision[end]! <= DAY;
    if (end - start === 1) continue;
    if (mayBeCoarse && !isCoarse) instants.push(timeMs[start]!);
    if (isCoarse) for (let row = start; row < end; row++) want(row);
    else if (id !== undefined) for (const row of sharedTransactions(ledger, start, end)) want(row);
  }
  return { arrivals: [...arrivals.values()], instants };
}

/** Rows of an instant whose transaction has several of them. */
function sharedTransactions(ledger: TemporalGraph['ledger'], start: number, end: number): number[] {
  const byId = new Map<string, number[]>();
  for (let row = start; row < end; row++) {
    const id = ledger.id(row) ?? '';
    if (id === '') continue;
    const rows = byId.get(id);
    if (rows === undefined) byId.set(id, [row]);
    else rows.push(row);
  }
  return [...byId.values()].filter((rows) => rows.length > 1).flat();
}
