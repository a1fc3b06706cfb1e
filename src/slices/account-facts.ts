import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { AlternativeView, type DetectionContext, everybodysAccounts } from '../typologies/index.js';

/** What the whole ledger knows of each account, one entry per account; goes with every row of it into every slice. */
export interface AccountFacts {
  readonly isHub: Uint8Array;
  readonly isPublic: Uint8Array;
  readonly isEverybodys: Uint8Array;
  /** How many different others pay it. */
  readonly payers: Int32Array;
}

/** O(accounts + transfers). */
export function accountFacts({
  graph,
  hubs,
  guardLists: lists,
  alternatives: parameters,
}: DetectionContext): AccountFacts {
  const { accountCount } = graph;
  const view = new AlternativeView(graph, hubs, { lists, parameters });
  const flags = (test: (account: Account) => boolean): Uint8Array =>
    Uint8Array.from({ length: accountCount }, (_, account) => (test(account) ? 1 : 0));
  return {
    isHub: flags((account) => hubs.has(account)),
    isPublic: flags((account) => view.isPublic(account)),
    isEverybodys: everybodysAccounts(graph, new Uint8Array(accountCount)),
    payers: Int32Array.from({ length: accountCount }, (_, account) => countPayers(graph, account)),
  };
}

function countPayers(graph: TemporalGraph, account: Account): number {
  const payers = new Set<Account>();
  for (const row of rowsOf(graph.in, account)) payers.add(graph.payer[row]!);
  payers.delete(account);
  return payers.size;
}
