import { mintTrace, protectPaths, protectTrace, traceSteps } from '../disclosure/index.js';
import { destinationsTable, originsTable, pathParty, pathRecords, stepsTable, traceJsonText } from '../export/index.js';
import { type Account } from '../foundation/index.js';
import { buildTemporalGraph, rowsOf, type TemporalGraph } from '../graph/index.js';
import { type AccountKey, type Ledger } from '../ledger/index.js';
import { type EmittedText } from '../simulation/index.js';
import { findPaths, traceBackward, traceForward } from '../trace/index.js';

/** Paths looked at between each account and those around it. */
const MAX_PATHS = 10;
const MAX_VISITS = 100_000;

/**
 * What `trace` and `paths` write about each of some accounts, as its texts: forward from it, backward to it, and the best
 * paths to it from everybody who paid it, from it to everybody it paid, and between it and the other accounts. An account
 * that is not in the data gives nothing. Holds one account's output at a time; costs two traces and three searches each.
 */
export function* traceListedAccounts(ledger: Ledger, listed: readonly AccountKey[]): Generator<EmittedText, void> {
  const graph = buildTemporalGraph(ledger, { joinHolders: false });
  const accounts = [...new Set(listed.map((key) => ledger.accounts.find(key)))].filter((one) => one !== undefined);
  for (const account of accounts) {
    const forward = protectTrace(traceForward(graph, { accounts: [account] }));
    const backward = protectTrace(traceBackward(graph, { accounts: [account] }), { to: [account] });
    for (const [where, traceCase] of [
      ['traces forward', forward],
      ['traces backward', backward],
    ] as const) {
      const document = mintTrace(traceCase);
      const steps = stepsTable(document, traceSteps(traceCase));
      for (const parts of [destinationsTable(document), originsTable(document), steps, traceJsonText(document)]) {
        yield { where, text: [...parts].join('') };
      }
    }
    const payers = partners(graph, 'in', account);
    const receivers = partners(graph, 'out', account);
    yield pathsText(graph, payers, [account]);
    yield pathsText(graph, [account], receivers);
    const others = accounts.filter((other) => other !== account);
    yield pathsText(graph, [account], others);
  }
}

function partners(graph: TemporalGraph, direction: 'in' | 'out', account: Account): Account[] {
  const others = direction === 'in' ? graph.payer : graph.beneficiary;
  const found = new Set([...rowsOf(graph[direction], account)].map((row) => others[row]!));
  found.delete(account);
  return [...found];
}

function pathsText(graph: TemporalGraph, from: readonly Account[], to: readonly Account[]): EmittedText {
  if (from.length === 0 || to.length === 0) return { where: 'paths', text: '' };
  const { items } = findPaths(graph, { from, to }, { maxPaths: MAX_PATHS, maxVisits: MAX_VISITS });
  const names = protectPaths(graph, { from, to }, items);
  const ends = [...from, ...to].map((account) => pathParty(names, account));
  return { where: 'paths', text: JSON.stringify([ends, pathRecords(graph, items, names)]) };
}
