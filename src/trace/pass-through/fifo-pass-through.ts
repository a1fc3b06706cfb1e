import {
  type Account,
  defaultTies,
  requireOneOf,
  requireRange,
  resolveOptions,
  type Ties,
} from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type LaneArena } from './lane-arena.js';
import { lanesOf } from './lane-sides.js';
import { type FifoLane, matchLane } from './match-lane.js';

export { type MinorColumn } from './lane-columns.js';
export { type FifoLane } from './match-lane.js';

/** How {@link matchPassThrough} matches. */
export interface PassThroughOptions {
  /** Whether a debit may use a credit of the same instant. Default: what the ledger's precision suggests. */
  readonly ties?: Ties;
  /**
   * What an account is taken to have spent that it had not received. 'minimal-opening': money it held before the data
   * begin, the least that keeps its balance from going below zero; it is the oldest and leaves first, which makes stays
   * longer. 'born-now': money seen for the first time as it leaves, so that credits never wait behind it. Default
   * 'minimal-opening'.
   */
  readonly shortfall?: 'born-now' | 'minimal-opening';
  /** Credits older than this at a debit are no longer used. Milliseconds, inclusive. Default Infinity. */
  readonly maxDwellMs?: number;
  /** Only the lane of this currency, by its index in the ledger. Default all currencies. */
  readonly currency?: number | undefined;
  /** Lanes with fewer credits are left out. Default 0. */
  readonly leastCredits?: number;
  /** Lanes with fewer debits are left out. Default 0. */
  readonly leastDebits?: number;
  /** Where lanes are put that need not outlive the next call with the same arena. Default: memory of their own. */
  readonly arena?: LaneArena | undefined;
}

/** {@link PassThroughOptions} with nothing left out. */
export type PassThroughSettings = Required<PassThroughOptions>;

const DEFAULTS: Omit<PassThroughSettings, 'ties'> = Object.freeze({
  shortfall: 'minimal-opening',
  maxDwellMs: Infinity,
  currency: undefined,
  leastCredits: 0,
  leastDebits: 0,
  arena: undefined,
});

/**
 * Follows money through one node by first in, first out, per currency. A credit counts with what was received, a debit
 * with what was paid; transfers of a node to itself and transfers without amount are neither. FIFO is a rule of
 * accounting: it does not claim that these very coins moved on. A debit larger than all credits before it is partly
 * unmatched, never an error. The least opening balance looks ahead: a large debit late in the data makes money that came
 * in before it look older.
 *
 * @throws UsageError `pass-through-shortfall`, `pass-through-ties`, `option-range`, `unknown-option`
 * @returns one lane per currency in which the node has a credit or a debit, ascending; empty for a node without any.
 * Cost: O(transfers of the node).
 */
export function matchPassThrough(
  graph: TemporalGraph,
  account: Account,
  options: PassThroughOptions = {},
): readonly FifoLane[] {
  return matchLanes(graph, account, passThroughSettings(graph, options));
}

/** The options of {@link matchPassThrough} with every default filled in, once for many accounts of a graph. */
export function passThroughSettings(graph: TemporalGraph, options: PassThroughOptions = {}): PassThroughSettings {
  const settings = resolveOptions(
    { ...DEFAULTS, ties: defaultTies(graph.ledger.precision) },
    options,
    'matchPassThrough',
  );
  requireOneOf('pass-through-shortfall', ['born-now', 'minimal-opening'], settings.shortfall);
  requireOneOf('pass-through-ties', ['strict', 'same-instant-allowed'], settings.ties);
  requireRange('maxDwellMs', settings.maxDwellMs, 0, Infinity);
  requireRange('leastCredits', settings.leastCredits, 0, Infinity);
  requireRange('leastDebits', settings.leastDebits, 0, Infinity);
  return settings;
}

/** As {@link matchPassThrough}, for loops over all accounts: checking options costs as much as matching a small one. */
export function matchLanes(graph: TemporalGraph, account: Account, settings: PassThroughSettings): readonly FifoLane[] {
  settings.arena?.reset();
  return lanesOf(graph, account, settings).map((sides) => matchLane(graph, sides, settings));
}
