import { defaultTies, type Ties } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { type DetectionContext } from '../../src/typologies/index.js';

/** Settings of a context that a test may care about. */
export interface ContextOptions {
  readonly ties?: Ties;
  /** Names of accounts to set aside as hubs. */
  readonly hubs?: readonly string[];
}

/** What detectors look at, straight from transfers. */
export function contextOf(transfers: readonly TransferInput[], options: ContextOptions = {}): DetectionContext {
  const { ledger } = createLedger(transfers);
  const graph = buildTemporalGraph(ledger);
  const wanted = new Set(options.hubs ?? []);
  const hubs = new Set<number>();
  for (let account = 0; account < ledger.accounts.size; account++) {
    if (wanted.has(ledger.accounts.key(account).account)) hubs.add(account);
  }
  return { graph, ties: options.ties ?? defaultTies(ledger.precision), hubs };
}
