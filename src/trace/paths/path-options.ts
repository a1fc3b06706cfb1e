import { type Account, Budget, defaultTies, requireRange, resolveOptions, type Ties } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { nodesOf } from '../nodes-of.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';
import { bottleneckAmounts } from './bottleneck-amounts.js';
import { type PathOrder } from './path-order.js';
import { type PathQuestion } from './path-question.js';

/** Which paths {@link findPaths} looks for. Times and durations in the unit of the ledger's times. */
export interface PathOptions extends TransferFilter {
  /** Which paths are better. Default 'earliest'. */
  readonly order?: PathOrder;
  /** How many of the best paths. Default 10. */
  readonly maxPaths?: number;
  /** Greatest time that money may stay at an account on the way, inclusive. Default Infinity. */
  readonly maxWait?: number;
  /** Greatest number of transfers. Default Infinity. */
  readonly maxHops?: number;
  /** Whether transfers of one instant may follow each other. Default what the ledger's precision suggests. */
  readonly ties?: Ties;
  /** No transfer of a path is earlier. Default -Infinity. */
  readonly startMs?: number;
  /** No transfer of a path is later. Default Infinity. */
  readonly deadlineMs?: number;
  /** Transfers looked at as the next of a path. Default 1 million. */
  readonly maxVisits?: number;
}

const DEFAULTS: Required<Omit<PathOptions, keyof TransferFilter>> = Object.freeze({
  order: 'earliest',
  maxPaths: 10,
  maxWait: Infinity,
  maxHops: Infinity,
  ties: 'strict',
  startMs: -Infinity,
  deadlineMs: Infinity,
  maxVisits: 1_000_000,
});

/** The accounts that paths are asked for between, each side in the order in which it was typed. */
export interface PathEnds {
  readonly from: Iterable<Account>;
  readonly to: Iterable<Account>;
}

/** A question about paths in the graph's numbers, and how far its search may go. */
export interface AskedPaths {
  readonly question: PathQuestion;
  readonly budget: Budget;
  readonly maxPaths: number;
}

/** Checks the options of a search for paths, lays defaults under them, and finds the accounts. @throws as `findPaths` */
export function askedPaths(graph: TemporalGraph, ends: PathEnds, options: PathOptions, owner: string): AskedPaths {
  const { period, minAmount, currencies, channels, excluded, ...rest } = options;
  const defaults = { ...DEFAULTS, ties: defaultTies(graph.ledger.precision) };
  const settings = resolveOptions(defaults, rest, owner);
  const { order, maxPaths, maxWait, maxHops, ties, startMs, deadlineMs } = settings;
  requireRange('maxPaths', maxPaths, 1, Infinity);
  requireRange('maxWait', maxWait, 0, Infinity);
  requireRange('maxHops', maxHops, 0, Infinity);
  requireRange('startMs', startMs, -Infinity, Infinity);
  requireRange('deadlineMs', deadlineMs, -Infinity, Infinity);
  const budget = new Budget('maxVisits', settings.maxVisits);

  const byAmount = order === 'largest-bottleneck' ? bottleneckAmounts(graph, currencies) : undefined;
  const filter = { period, minAmount, currencies: byAmount?.currencies ?? currencies, channels, excluded };
  const question = {
    from: nodesOf(graph, [...ends.from]),
    to: nodesOf(graph, [...ends.to]),
    admitted: admitTransfers(graph, filter),
    sameInstant: ties === 'same-instant-allowed',
    amounts: byAmount?.amounts,
    order,
    maxWait,
    maxHops,
    startMs,
    deadlineMs,
  };
  return { question, budget, maxPaths };
}
