import { type Account, UsageError } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';

/**
 * The nodes that stand for accounts, each once, in the given order: the accounts themselves, or the units of their
 * holders where the graph joins them.
 *
 * @throws UsageError `trace-account` for a number that is no account
 */
export function nodesOf(graph: TemporalGraph, accounts: readonly Account[]): Account[] {
  const { unit } = graph.ledger.accounts;
  const known = (account: Account): boolean =>
    Number.isInteger(account) && account >= 0 && account < graph.accountCount;
  const wrong = accounts.findIndex((account) => !known(account));
  if (wrong >= 0) {
    const received = String(accounts[wrong]);
    throw new UsageError('trace-account', `Expected an account below ${graph.accountCount} but received ${received}`);
  }
  return [...new Set(accounts.map((account) => (graph.holdersJoined ? unit[account]! : account)))];
}
