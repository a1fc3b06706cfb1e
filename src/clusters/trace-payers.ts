import { type Account, type Row } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { FlowShares } from './flow-shares.js';
import { gathersMoney, TIES } from './operators.js';

/** An account that traced value reached. */
export interface TracedArrival {
  readonly account: Account;
  /** The first transfer that brought it traced value. */
  readonly firstArrival: Row;
}

/**
 * Of the accounts that traced value reached, those that may merely have paid: money came to them, a refund say, yet what
 * they are to this trace is paying in. They stay unnamed.
 *
 * An account counts as a payer if, among the accounts that the claim came from and those that value reached before it,
 * - it paid more than it got, in some currency (in transfers, where the data have no amounts); or
 * - it paid one on which claimed money was received, without gathering money itself (four senders, none of them half of
 *   it) and without living off the trace (half of its income): it lives off one payer, as a wage earner or family does.
 *
 * Not claimed: that the others did anything wrong. O(transfers of the accounts).
 */
export function payersAmong(
  graph: TemporalGraph,
  sources: Iterable<Account>,
  collecting: ReadonlySet<Account>,
  arrivals: readonly TracedArrival[],
): Set<Account> {
  const inflow = new FlowShares(graph, 'in');
  const payers = new Set<Account>();
  const before = new Set(sources);
  for (const { account } of [...arrivals].sort((a, b) => a.firstArrival - b.firstArrival)) {
    if (before.has(account)) continue;
    const livesOffOne = (): boolean =>
      rowsOf(graph.out, account).some((row) => collecting.has(graph.beneficiary[row]!)) &&
      !inflow.isWith(account, before, TIES.mainSourcePercent) &&
      !gathersMoney(account, inflow);
    if (isNetPayer(graph, account, before) || livesOffOne()) payers.add(account);
    before.add(account);
  }
  return payers;
}

/** Whether the account paid more into a set than it got out of it, in any one currency. */
function isNetPayer(graph: TemporalGraph, account: Account, others: ReadonlySet<Account>): boolean {
  const { ledger, payer, beneficiary } = graph;
  const balances = new Map<number, bigint>();
  const add = (currency: number, minor: bigint | undefined, sign: bigint): void => {
    const key = minor === undefined ? -1 : currency;
    balances.set(key, (balances.get(key) ?? 0n) + sign * (minor ?? 1n));
  };
  const { currency, receivedCurrency } = ledger.columns;
  for (const row of rowsOf(graph.out, account)) {
    if (beneficiary[row] === account || !others.has(beneficiary[row]!)) continue;
    add(currency[row]!, ledger.amountMinor(row), 1n);
  }
  for (const row of rowsOf(graph.in, account)) {
    if (payer[row] === account || !others.has(payer[row]!)) continue;
    add((receivedCurrency ?? currency)[row]!, ledger.received(row)?.minor, -1n);
  }
  return [...balances.values()].some((balance) => balance > 0n);
}
