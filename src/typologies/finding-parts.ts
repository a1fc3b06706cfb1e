import { type Account, formatMoney, type Row } from '../foundation/index.js';
import { type Measure } from '../evidence/index.js';
import { type Ledger } from '../ledger/index.js';

/** Distinct numbers, ascending: the form in which findings list accounts and transfers. */
export function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}

/** Exact total of the transfers, one measure per currency; empty if none carries an amount. */
export function moneyMeasures(ledger: Ledger, name: string, rows: Iterable<Row>): Measure[] {
  return ledger
    .totals(rows)
    .map((total) => ({ name, value: formatMoney(total), unit: 'money', currency: total.currency }));
}

/** One byte per account: 1 = set aside because it is a hub. */
export function hubFlags(accountCount: number, hubs: Iterable<Account>): Uint8Array {
  const flags = new Uint8Array(accountCount);
  for (const hub of hubs) flags[hub] = 1;
  return flags;
}
