import {
  type Account,
  defaultTies,
  requireRange,
  resolveOptions,
  type Row,
  type Ties,
  UsageError,
} from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { nodesOf } from '../nodes-of.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';
import { type ReachRules } from './reach-search.js';

/**
 * How a search reads the ledger; the answer is the same. 'scan' runs over all rows of its time once, 'index' touches
 * transfers of reached accounts only, 'auto' tries the index and scans once that turns out to be long.
 */
export type ReachForm = 'auto' | 'scan' | 'index';

/** Where walks begin, or end when they are followed backward. */
export interface WalkEnds {
  /** Accounts as a supply: they may send (receive) at any time of the search. Default none. */
  readonly accounts?: Iterable<Account>;
  /** Transfers that a walk may begin (end) with. Default none. */
  readonly rows?: Iterable<Row>;
}

/** Which walks count. Times and durations in the unit of the ledger's times: ms, steps or positions. */
export interface ReachOptions extends TransferFilter {
  /** Greatest time that money may stay at an account on the way, inclusive. Default Infinity. */
  readonly maxWait?: number;
  /** Greatest number of transfers. Default Infinity. */
  readonly maxHops?: number;
  /** Whether transfers of one instant may follow each other. Default what the ledger's precision suggests. */
  readonly ties?: Ties;
  /** No transfer of a walk is earlier. Default -Infinity. */
  readonly startMs?: number;
  /** No transfer of a walk is later. Default Infinity. */
  readonly deadlineMs?: number;
  /** How the ledger is read; never what is found. Default 'auto'. */
  readonly form?: ReachForm;
}

type Settings = Required<Omit<ReachOptions, keyof TransferFilter | 'ties'>> & Pick<ReachOptions, 'ties'>;

const DEFAULTS: Settings = Object.freeze({
  maxWait: Infinity,
  maxHops: Infinity,
  startMs: -Infinity,
  deadlineMs: Infinity,
  form: 'auto',
});

/** The options as a search takes them. */
export interface ReachSettings {
  readonly rules: ReachRules;
  readonly startMs: number;
  readonly deadlineMs: number;
  readonly form: ReachForm;
}

/** @throws UsageError `option-range`, `unknown-option`, and those of {@link admitTransfers}. O(transfers) if there is a filter. */
export function reachSettings(graph: TemporalGraph, options: ReachOptions, owner: string): ReachSettings {
  const { period, minAmount, currencies, channels, excluded, ...rest } = options;
  const defaults = { ...DEFAULTS, ties: defaultTies(graph.ledger.precision) };
  const { maxWait, maxHops, ties, startMs, deadlineMs, form } = resolveOptions(defaults, rest, owner);
  requireRange('maxWait', maxWait, 0, Infinity);
  requireRange('maxHops', maxHops, 0, Infinity);
  requireRange('startMs', startMs, -Infinity, Infinity);
  requireRange('deadlineMs', deadlineMs, -Infinity, Infinity);
  const admitted = admitTransfers(graph, { period, minAmount, currencies, channels, excluded });
  const sameInstant = ties === 'same-instant-allowed';
  return { rules: { maxWait, maxHops: Math.floor(maxHops), sameInstant, admitted }, startMs, deadlineMs, form };
}

/** Ends as sorted lists without repetition, accounts as nodes of the graph. @throws UsageError `trace-account`, `row-range` */
export function checkedEnds(graph: TemporalGraph, ends: WalkEnds): { accounts: Account[]; rows: Row[] } {
  const rows = [...new Set(ends.rows ?? [])].sort((a, b) => a - b);
  const wrong = rows.find((row) => !(Number.isInteger(row) && row >= 0 && row < graph.transferCount));
  if (wrong !== undefined) {
    throw new UsageError('row-range', `Expected a row below ${graph.transferCount} but received ${wrong}`);
  }
  return { accounts: nodesOf(graph, [...(ends.accounts ?? [])]).sort((a, b) => a - b), rows };
}
