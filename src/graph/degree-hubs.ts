import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from './temporal-graph.js';
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
  for (let account = 0; account < graph.accountCount; account++) {
    seenBy[account] = account + 1;
    let distinct = 0;
    for (const [index, other] of [
      [graph.out, graph.beneficiary],
      [graph.in, graph.payer],
    ] as const) {
      const end = index.starts[account + 1]!;
      for (let k = index.starts[account]!; k < end; k++) {
        const row = index.rows[k]!;
        if (row < firstRow || row >= endRow) continue;
        const partner = other[row]!;
        if (seenBy[partner] === account + 1) continue;
        seenBy[partner] = account + 1;
        distinct++;
      }
    }
    counts[account] = distinct;
  }
  return counts;
}

/**
 * Accounts with more than `cap` distinct counterparties, ascending: banks' own accounts, exchanges, utilities, payroll.
 * Such accounts join everybody to everybody and are set aside before groups are sought. Being busy is no indicator of
 * anything. Empty if no account is over the cap. O(accounts + transfers).
 */
export function degreeHubs(graph: TemporalGraph, cap: number, window?: TemporalWindow): Account[] {
  const hubs: Account[] = [];
  counterpartyCounts(graph, window).forEach((count, account) => {
    if (count > cap) hubs.push(account);
  });
  return hubs;
}
