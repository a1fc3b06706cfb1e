import { type TemporalGraph } from '../graph/index.js';
import { medianOf } from '../structures/index.js';

/** The value of each transfer in units, and what a minor unit of each currency is worth in them. */
export interface TransferUnits {
  /** Paid value of each row in units; 0 for self-transfers and rows without a positive amount. */
  readonly paid: Float64Array;
  /** What arrives, in units of the received currency where the data state one; the same array as `paid` where they do not. */
  readonly received: Float64Array;
  /** Units per minor unit, by currency; 0 where a currency is never used between two accounts. */
  readonly perMinor: Float64Array;
}

/**
 * Divides amounts by the median amount of their currency among the transfers between different nodes. It makes amounts of
 * two currencies comparable in rank, and nothing more: it is no exchange rate, and no sum of it is ever shown.
 * O(transfers).
 */
export function measureUnits(graph: TemporalGraph): TransferUnits {
  const { ledger, payer, beneficiary, transferCount } = graph;
  const { amountMinor, currency } = ledger.columns;
  const counts = new Int32Array(ledger.currencies.length);
  const isUsable = (row: number): boolean => amountMinor[row]! > 0 && payer[row] !== beneficiary[row];
  for (let row = 0; row < transferCount; row++) if (isUsable(row)) counts[currency[row]!]!++;
  const amounts = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let row = 0; row < transferCount; row++) {
    if (isUsable(row)) amounts[currency[row]!]![counts[currency[row]!]!++] = amountMinor[row]!;
  }
  const perMinor = Float64Array.from(amounts, (values) => (values.length === 0 ? 0 : 1 / medianOf(values)));
  const paid = new Float64Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    if (isUsable(row)) paid[row] = amountMinor[row]! * perMinor[currency[row]!]!;
  }
  return { paid, received: measureReceived(graph, paid, perMinor), perMinor };
}

/** A received currency in which nobody pays has no median; the paid value then stands for what arrives. */
function measureReceived({ ledger }: TemporalGraph, paid: Float64Array, perMinor: Float64Array): Float64Array {
  const { receivedMinor, receivedCurrency } = ledger.columns;
  if (receivedMinor === undefined || receivedCurrency === undefined) return paid;
  return paid.map((value, row) => {
    const units = receivedMinor[row]! * perMinor[receivedCurrency[row]!]!;
    return value > 0 && units > 0 ? units : value;
  });
}
