import { type Account, formatMoney, type Row } from '../foundation/index.js';
import { type Measure } from '../evidence/index.js';
import { type Ledger } from '../ledger/index.js';
import { FEW, sortedFew } from './numbers/sorted-few.js';

/** Distinct numbers, ascending: the form in which findings list accounts and transfers. */
export function ascending(numbers: Iterable<number>): number[] {
  const list = Array.isArray(numbers) ? (numbers as readonly number[]) : [...numbers];
  if (isAscending(list)) return list === numbers ? list.slice() : (list as number[]);
  const sorted = list.length > FEW ? new Int32Array(list).sort() : sortedFew(list);
  const distinct: number[] = [];
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct.push(sorted[i]!);
  return distinct;
}

/** Whether each number is greater than the one before it: lists of transfers nearly always are. */
function isAscending(list: readonly number[]): boolean {
  for (let i = 1; i < list.length; i++) if (!(list[i - 1]! < list[i]!)) return false;
  return true;
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
