import { type Account, formatMinor } from '../../foundation/index.js';
import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { type StatementEntry } from './account-statement.js';

/**
 * One account's credits and debits in one currency as a statement, in booked order, for `followAccount` and `pariPassu`.
 * Entries are named by the node on the other side. Transfers of the account to itself are left out. O(transfers).
 *
 * @param currency index into the ledger's currencies
 * @returns empty for an account without money in that currency
 */
export function statementOf(graph: TemporalGraph, account: Account, currency: number): StatementEntry[] {
  const { ledger, payer, beneficiary } = graph;
  const { timeMs, currency: paidIn, receivedCurrency } = ledger.columns;
  const scale = ledger.currencies[currency]?.scale ?? 0;
  const entries: StatementEntry[] = [];
  for (const row of bookingOrder(graph)) {
    const [from, to] = [payer[row]!, beneficiary[row]!];
    if (from === to || (from !== account && to !== account)) continue;
    const isDebit = from === account;
    if ((isDebit ? paidIn : (receivedCurrency ?? paidIn))[row] !== currency) continue;
    const money = isDebit ? ledger.amount(row) : ledger.received(row);
    if (money === undefined) continue;
    const amount = formatMinor(money.minor, scale);
    const [name, time] = [String(isDebit ? to : from), timeMs[row]!];
    entries.push(isDebit ? { name, debit: amount, time } : { name, credit: amount, time });
  }
  return entries;
}
