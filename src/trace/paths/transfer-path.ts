import { type Account, type Money, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { smallestAmounts } from '../smallest-amounts.js';

/** A path of transfers. It says that money could have gone this way, not that any did. */
export interface TransferPath {
  /** Transfers in time order. */
  readonly rows: readonly Row[];
  /** Accounts passed, one more than there are transfers. */
  readonly accounts: readonly Account[];
  readonly departureMs: number;
  readonly arrivalMs: number;
  /** Smallest transfer in each currency met, by currency code. No more of it can have gone all the way unexchanged. */
  readonly smallest: readonly Money[];
  /** Transfers without an amount, about which `smallest` says nothing. */
  readonly withoutAmount: number;
}

export function describePath(graph: TemporalGraph, rows: Int32Array): TransferPath {
  const { payer, beneficiary, ledger } = graph;
  const { timeMs } = ledger.columns;
  return {
    rows: [...rows],
    accounts: [payer[rows[0]!]!, ...Array.from(rows, (row) => beneficiary[row]!)],
    departureMs: timeMs[rows[0]!]!,
    arrivalMs: timeMs[rows[rows.length - 1]!]!,
    smallest: smallestAmounts(ledger, rows),
    withoutAmount: rows.reduce((count, row) => count + (ledger.amountMinor(row) === undefined ? 1 : 0), 0),
  };
}

/** Order of paths by content: times, then amounts, row by row; the ledger's order of rows last. */
export function compareContent(graph: TemporalGraph, left: Int32Array, right: Int32Array): number {
  const { timeMs, currency } = graph.ledger.columns;
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = timeMs[left[i]!]! - timeMs[right[i]!]!;
    if (difference !== 0) return difference;
  }
  for (let i = 0; i < length; i++) {
    const difference = currency[left[i]!]! - currency[right[i]!]!;
    if (difference !== 0) return difference;
    const [a, b] = [graph.ledger.amountMinor(left[i]!) ?? -1n, graph.ledger.amountMinor(right[i]!) ?? -1n];
    if (a !== b) return a < b ? 1 : -1;
  }
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return left.length - right.length;
}
