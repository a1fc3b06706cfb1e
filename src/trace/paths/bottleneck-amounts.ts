import { UsageError } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';

/** Amounts of one currency as numbers in their exact order. */
export interface BottleneckAmounts {
  readonly currencies: readonly string[];
  /** Per row of the currency: minor units, or the rank of the amount where those are no safe integers. */
  readonly amounts: Float64Array;
}

/** @throws UsageError `path-currency` unless one currency is named, or the ledger has just one */
export function bottleneckAmounts(graph: TemporalGraph, named: readonly string[] | undefined): BottleneckAmounts {
  const { ledger } = graph;
  const codes = named ?? ledger.currencies.map(({ code }) => code);
  const currency = ledger.currencies.findIndex(({ code }) => code === codes[0]);
  if (codes.length > 1) {
    const message = `Expected one currency to compare amounts in but received ${codes.length}`;
    throw new UsageError('path-currency', message);
  }
  const { amountMinor } = ledger.columns;
  if (ledger.currencies[currency]?.lane !== 'wide') return { currencies: codes, amounts: amountMinor };
  const exact = Array.from(amountMinor, (_, row) =>
    ledger.columns.currency[row] === currency ? (ledger.amountMinor(row) ?? 0n) : 0n,
  );
  const ascending = [...new Set(exact)].sort((a, b) => (a < b ? -1 : 1));
  const rank = new Map(ascending.map((amount, at) => [amount, at]));
  return { currencies: codes, amounts: Float64Array.from(exact, (amount) => rank.get(amount)!) };
}
