import { addMoney, formatMoney, type Money, type Row } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';

/** An exact sum of one currency as decimal text. */
export interface Sum {
  currency: string;
  amount: string;
}

/** Exact sums as a document holds them, in the given order. */
export function toSums(totals: readonly Money[]): Sum[] {
  return totals.map((money) => ({ currency: money.currency, amount: formatMoney(money) }));
}

/** Exact totals of what the receivers of rows got, one per currency, in the order of their codes. */
export function receivedTotals(ledger: Ledger, rows: Iterable<Row>): Money[] {
  const sums = new Map<string, Money>();
  for (const row of rows) {
    const money = ledger.received(row);
    if (money === undefined) continue;
    const known = sums.get(money.currency);
    sums.set(money.currency, known === undefined ? money : addMoney(known, money));
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, money]) => money);
}
