import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { channelCode } from '../ledger/index.js';

/**
 * Accounts that stand for a counter, a machine or an agent: everything that they pay and receive is cash, both ways, and at
 * least `fewest` others deal with them. Who hands the money in or walks away with it is not in the data, so nothing can be
 * said of such an account. Empty where the data have no channels, or cash only. O(transfers).
 */
export function cashCounters(graph: TemporalGraph, fewest: number): Set<Account> {
  const { channel } = graph.ledger.columns;
  const cash = channelCode('cash');
  const counters = new Set<Account>();
  if (channel.every((code) => code === cash)) return counters;
  for (let account = 0; account < graph.accountCount; account++) {
    const credits = rowsOf(graph.in, account);
    const debits = rowsOf(graph.out, account);
    if (credits.length === 0 || debits.length === 0) continue;
    const isCash = (row: number): boolean => channel[row] === cash;
    if (!credits.every(isCash) || !debits.every(isCash)) continue;
    const others = new Set<number>();
    for (const row of credits) others.add(graph.payer[row]!);
    for (const row of debits) others.add(graph.beneficiary[row]!);
    if (others.size >= fewest) counters.add(account);
  }
  return counters;
}
