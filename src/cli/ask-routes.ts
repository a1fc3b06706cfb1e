import { type Account, UsageError } from '../foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { needsOfRoutes, type PathOrder, type RouteOptions } from '../trace/index.js';
import { findAccount } from './find-accounts.js';
import { type Duration, inLedgerTime } from './parse-duration.js';
import { type LakeQuestion } from './read-reached.js';

/** How a person asks what connects two accounts. */
export interface RoutesFlags {
  readonly from: string;
  readonly to: string;
  readonly order: PathOrder;
  readonly count: number;
  readonly maxHops?: number;
  readonly maxWait?: Duration;
  readonly maxVisits?: number;
}

/** The same in the ledger's numbers. */
export interface AskedRoutes {
  readonly graph: TemporalGraph;
  readonly ends: { readonly from: readonly [Account]; readonly to: readonly [Account] };
  readonly options: RouteOptions;
}

/** Accounts are kept apart even if one person holds them. @throws UsageError `paths-ends`, and what `findAccount` throws */
export function askRoutes(ledger: Ledger, flags: RoutesFlags): AskedRoutes {
  const { order, count, maxHops = Infinity, maxWait, maxVisits } = flags;
  const from = findAccount(ledger.accounts, flags.from, '--from');
  const to = findAccount(ledger.accounts, flags.to, '--to');
  if (from === to) {
    throw new UsageError('paths-ends', 'Expected two different accounts; for money that comes back see cycles');
  }
  return {
    graph: buildTemporalGraph(ledger, { joinHolders: false }),
    ends: { from: [from], to: [to] },
    options: {
      ...{ order, maxRoutes: count, maxHops },
      maxWait: maxWait === undefined ? Infinity : inLedgerTime(maxWait, ledger.precision),
      ...(maxVisits === undefined ? {} : { maxVisits }),
    },
  };
}

/** What {@link askRoutes} asks of a lake. */
export function questionOfRoutes(flags: RoutesFlags): LakeQuestion {
  return {
    typed: [flags.from, flags.to],
    needsOf: (ledger) => {
      const { graph, ends, options } = askRoutes(ledger, flags);
      return needsOfRoutes(graph, ends, options);
    },
  };
}
