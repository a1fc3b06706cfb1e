import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

/** What an account pays on, in the order from least to most. */
export const PAYS_ON = Object.freeze(['nothing', 'part', 'all'] as const);

/**
 * `nothing`: from the first arrival on no transfer of it to anybody else is in the data, in any currency. `all`: from then on
 * it paid others at least what came to it from others, in the currency of the arrival. `part`: anything between.
 */
export type PaysOn = (typeof PAYS_ON)[number];

/**
 * What an account pays on once traced value has reached it, in the whole data: no rule decides it, so it stands where rules
 * differ. Transfers of the instant of the arrival count on both sides, since their order may not be known; cash that it took
 * out counts as paid. Not claimed: that what it paid is what came in. O(transfers of the account).
 */
export function paysOn(
  graph: TemporalGraph,
  reached: { readonly account: Account; readonly currency: number; readonly firstArrival: Row },
): PaysOn {
  const { ledger, payer, beneficiary } = graph;
  const { timeMs, currency, receivedCurrency } = ledger.columns;
  const { account } = reached;
  const since = timeMs[reached.firstArrival]!;
  const later = (rows: Int32Array, others: Int32Array): Row[] =>
    [...rows].filter((row) => timeMs[row]! >= since && others[row] !== account);
  const paid = later(rowsOf(graph.out, account), beneficiary);
  if (paid.length === 0) return 'nothing';
  const sum = (rows: readonly Row[], codes: ArrayLike<number>, minorOf: (row: Row) => bigint | undefined): bigint =>
    rows.reduce((total, row) => (codes[row] === reached.currency ? total + (minorOf(row) ?? 0n) : total), 0n);
  const out = sum(paid, currency, (row) => ledger.amountMinor(row));
  const came = sum(
    later(rowsOf(graph.in, account), payer),
    receivedCurrency ?? currency,
    (row) => ledger.received(row)?.minor,
  );
  return out >= came ? 'all' : 'part';
}
