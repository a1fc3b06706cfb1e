import { type Money, type Row } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';

/** The smallest of some transfers in each currency met, by currency; transfers without an amount are passed over. */
export function smallestAmounts(ledger: Ledger, rows: Iterable<Row>): Money[] {
  const smallest = new Map<number, Money>();
  for (const row of rows) {
    const amount = ledger.amount(row);
    const currency = ledger.columns.currency[row]!;
    if (amount !== undefined && amount.minor < (smallest.get(currency)?.minor ?? amount.minor + 1n)) {
      smallest.set(currency, amount);
    }
  }
  return [...smallest].sort((a, b) => a[0] - b[0]).map(([, money]) => money);
}
