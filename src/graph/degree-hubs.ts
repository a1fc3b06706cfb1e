import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph, type TemporalIndex } from './temporal-graph.js';
import { type TemporalWindow } from './temporal-window.js';

/**
 * Number of distinct counterparties of each account, either direction, self-transfers aside. A counterparty counts once
 * however many transfers there are. O(accounts + transfers).
 */
export function counterpartyCounts(graph: TemporalGraph, window?: TemporalWindow): Int32Array {
  const firstRow = window?.firstRow ?? 0;
  const endRow = window?.endRow ?? graph.transferCount;
  const counts = new Int32Array(graph.accountCount);
  // seenBy[x] = 1 + the last account that was found to deal with x.
  const seenBy = new Int32Array(graph.accountCount);
  const countSide = (account: Account, { starts, rows }: TemporalIndex, other: Int32Array): number => {
    let distinct = 0;
    const end = starts[account + 1]!;
    for (let k = starts[account]!; k < end; k++) {
      const row = rows[k]!;
      if (row < firstRow || row >= endRow) continue;
      const partner = other[row]!;
      if (seenBy[partner] === account + 1) continue;
      seenBy[partner] = account + 1;
      distinct++;
    }
    return distinct;
  };
  for (let account = 0; account < graph.accountCount; account++) {
    seenBy[account] = account + 1;
    counts[account] = countSide(account, graph.out, graph.beneficiary) + countSide(account, graph.in, graph.payer);
  }
  return counts;
}

/** The same for one account. O(its transfers). */
export function counterpartyCount(graph: TemporalGraph, account: Account): number {
  const partners = new Set<Account>();
  for (const row of rowsOf(graph.out, account)) partners.add(graph.beneficiary[row]!);
  for (const row of rowsOf(graph.in, account)) partners.add(graph.payer[row]!);
  partners.delete(account);
  return partners.size;
}

/**
 * Accounts with more than `cap` distinct counterparties, ascending: banks' own accounts, exchanges, utilities, payroll.
 * Such accounts join everybody to everybody and are set aside before groups are sought. Being busy is no indicator of
 * anything. Accounts that stand for a desk, fees or interest of an institution are among them however few deal with them.
 * Empty if no account is over the cap. O(accounts + transfers).
 */
export function degreeHubs(graph: TemporalGraph, cap: number, window?: TemporalWindow): Account[] {
  const hubs: Account[] = [];
  const ofInstitutions = new Set(graph.ledger.accounts.institutionAccounts());
  counterpartyCounts(graph, window).forEach((count, account) => {
    if (count > cap || (count > 0 && ofInstitutions.has(account))) hubs.push(account);
  });
  return hubs;
}
