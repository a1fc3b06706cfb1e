import { type Account, requireRange, resolveOptions, UsageError } from '../foundation/index.js';
import { adjacencyOf } from './adjacency.js';
import { CurrencySums, ownerTotalsInto, shareWeightsInto } from './amount-share.kernel.js';
import { groupPairs, type PairGroups } from './pairs.kernel.js';
import { type TemporalGraph } from './temporal-graph.js';
import { type TemporalWindow } from './temporal-window.js';

/**
 * How strongly two accounts are tied.
 * - `count`: number of transfers between them.
 * - `presence`: 1 for every pair.
 * - `amount-share`: sum over directions and currencies of (amount between them / all the payer paid) + (amount between
 *   them / all the beneficiary received). Each share is taken within one currency, so no currencies are added; a pair
 *   that is each other's whole business in one currency weighs 2 per direction. Follows the edge weight of ExSTraQt
 *   (arXiv 2604.02899), which has one currency.
 */
export type ProjectionWeight = 'count' | 'presence' | 'amount-share';

/** The accounts as a simple weighted graph: at most one edge per pair, no self-edges. */
export interface AccountProjection {
  readonly graph: TemporalGraph;
  readonly weight: ProjectionWeight;
  readonly directed: boolean;
  /** Transfers firstRow <= row < endRow were looked at. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Account of each node, ascending: every kept account that has a counterparty, hubs or not, and is no hub itself. */
  readonly accounts: Int32Array;
  /** Ends of each pair as nodes; source < target unless directed. Pairs ascend by (source, target). */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Finite and above 0. */
  readonly weights: Float64Array;
  /** Number of transfers behind each pair. */
  readonly transferCounts: Int32Array;
  /** Accounts set aside for having more counterparties than the cap, ascending. */
  readonly hubs: Int32Array;
  /** Pairs left out because they weigh nothing: `amount-share` of transfers without amounts. */
  readonly pairsWithoutWeight: number;
}

/** What {@link projectAccounts} takes in. */
export interface ProjectionOptions {
  /** Default 'count'. */
  readonly weight?: ProjectionWeight;
  /** Keep payer and beneficiary apart. Default false. */
  readonly directed?: boolean;
  /** Only transfers inside this window. Default all transfers. */
  readonly window?: TemporalWindow;
  /** Only these accounts. Default all accounts. */
  readonly accounts?: Iterable<Account>;
  /** Set aside accounts with more distinct counterparties than this. Default Infinity. */
  readonly hubDegreeCap?: number;
}

interface ResolvedProjectionOptions {
  readonly weight: ProjectionWeight;
  readonly directed: boolean;
  readonly window: TemporalWindow | undefined;
  readonly accounts: Iterable<Account> | undefined;
  readonly hubDegreeCap: number;
}

const DEFAULTS: ResolvedProjectionOptions = Object.freeze({
  weight: 'count',
  directed: false,
  window: undefined,
  accounts: undefined,
  hubDegreeCap: Infinity,
});

const WEIGHTS: readonly ProjectionWeight[] = ['count', 'presence', 'amount-share'];

/**
 * The simple projection that community methods work on. Self-transfers are dropped. Share weights are relative to all
 * transfers of the window, whichever accounts are left out: hiding a partner makes no other tie stronger. Counterparties
 * are counted among the kept accounts.
 *
 * @returns a projection without nodes if no two different accounts deal with each other
 * @throws UsageError `unknown-option`, `projection-weight`, `option-range`
 *
 * Cost: O(accounts + transfers) time; about 20 bytes a transfer of scratch, 36 with `amount-share`.
 */
export function projectAccounts(graph: TemporalGraph, options: ProjectionOptions = {}): AccountProjection {
  const chosen = resolveOptions(DEFAULTS, options, 'projectAccounts');
  requireRange('hubDegreeCap', chosen.hubDegreeCap, 0, Infinity);
  if (!WEIGHTS.includes(chosen.weight)) {
    throw new UsageError('projection-weight', `Expected one of ${WEIGHTS.join(', ')} but received ${chosen.weight}`);
  }
  const { firstRow, endRow } = chosen.window ?? { firstRow: 0, endRow: graph.transferCount };
  const kept = keptAccounts(graph.accountCount, chosen.accounts);
  const groups = groupPairs(graph.payer, graph.beneficiary, firstRow, endRow, kept, chosen.directed);
  const weights = weighPairs(graph, groups, chosen.weight, firstRow, endRow);
  const { low, high, starts } = groups;
  const accounts = membersOf(graph.accountCount, low, high);
  const nodeOf = new Int32Array(graph.accountCount);
  accounts.forEach((account, node) => (nodeOf[account] = node));
  const weighty = positions(weights.length, (pair) => weights[pair]! > 0);
  const whole: AccountProjection = {
    graph,
    weight: chosen.weight,
    directed: chosen.directed,
    firstRow,
    endRow,
    accounts,
    source: weighty.map((pair) => nodeOf[low[pair]!]!),
    target: weighty.map((pair) => nodeOf[high[pair]!]!),
    weights: pickDoubles(weights, weighty),
    transferCounts: weighty.map((pair) => starts[pair + 1]! - starts[pair]!),
    hubs: new Int32Array(0),
    pairsWithoutWeight: weights.length - weighty.length,
  };
  return setHubsAside(whole, chosen.hubDegreeCap);
}

/**
 * The projection without the nodes that have more than `cap` distinct partners, which move to `hubs`. Their partners
 * stay, even if nothing else ties them. Returns the same projection if no node is over the cap.
 */
export function setHubsAside(projection: AccountProjection, cap: number): AccountProjection {
  if (cap === Infinity) return projection;
  const { accounts, source, target } = projection;
  const partners = partnerCounts(projection);
  const isHub = (node: number): boolean => partners[node]! > cap;
  const stays = positions(accounts.length, (node) => !isHub(node));
  if (stays.length === accounts.length) return projection;
  const moved = new Int32Array(accounts.length);
  stays.forEach((node, i) => (moved[node] = i));
  const pairs = positions(source.length, (pair) => !isHub(source[pair]!) && !isHub(target[pair]!));
  const hubs = positions(accounts.length, isHub).map((node) => accounts[node]!);
  return {
    ...projection,
    accounts: stays.map((node) => accounts[node]!),
    source: pairs.map((pair) => moved[source[pair]!]!),
    target: pairs.map((pair) => moved[target[pair]!]!),
    weights: pickDoubles(projection.weights, pairs),
    transferCounts: pairs.map((pair) => projection.transferCounts[pair]!),
    hubs: Int32Array.from([...projection.hubs, ...hubs]).sort(),
  };
}

/** Distinct partners per node. In a directed projection a>b and b>a are one partner. */
function partnerCounts(projection: AccountProjection): Int32Array {
  const { starts, neighbours } = adjacencyOf(projection);
  const counts = new Int32Array(projection.accounts.length);
  const seenBy = new Int32Array(projection.accounts.length).fill(-1);
  for (let node = 0; node < counts.length; node++) {
    for (let k = starts[node]!; k < starts[node + 1]!; k++) {
      if (seenBy[neighbours[k]!] === node) continue;
      seenBy[neighbours[k]!] = node;
      counts[node]!++;
    }
  }
  return counts;
}

function keptAccounts(accountCount: number, accounts: Iterable<Account> | undefined): Uint8Array {
  const kept = new Uint8Array(accountCount);
  if (accounts === undefined) return kept.fill(1);
  for (const account of accounts) {
    requireRange('account', account, 0, accountCount - 1);
    kept[account] = 1;
  }
  return kept;
}

function weighPairs(
  graph: TemporalGraph,
  groups: PairGroups,
  weight: ProjectionWeight,
  firstRow: number,
  endRow: number,
): Float64Array {
  const { low, starts, rows } = groups;
  const weights = new Float64Array(low.length);
  if (weight === 'presence') return weights.fill(1);
  if (weight === 'count') return weights.map((_, pair) => starts[pair + 1]! - starts[pair]!);
  const { amountMinor, currency } = graph.ledger.columns;
  const sums = new CurrencySums(graph.ledger.currencies.length);
  const totalsOf = (direction: 'out' | 'in', other: Int32Array): Float64Array => {
    const totals = new Float64Array(endRow - firstRow);
    const index = graph[direction];
    ownerTotalsInto(totals, index.starts, index.rows, other, amountMinor, currency, firstRow, endRow, sums);
    return totals;
  };
  const paid = totalsOf('out', graph.beneficiary);
  const received = totalsOf('in', graph.payer);
  shareWeightsInto(weights, low, starts, rows, graph.payer, amountMinor, currency, paid, received, firstRow, sums);
  return weights;
}

/** Accounts that are an end of some pair, ascending. */
function membersOf(accountCount: number, low: Int32Array, high: Int32Array): Int32Array {
  const present = new Uint8Array(accountCount);
  for (const account of low) present[account] = 1;
  for (const account of high) present[account] = 1;
  return positions(accountCount, (account) => present[account] === 1);
}

/** The values at the given positions; `Float64Array.from` would take an iterator's step for each. */
function pickDoubles(values: Float64Array, at: Int32Array): Float64Array {
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}

/** The numbers below `count` that pass, ascending. */
function positions(count: number, passes: (position: number) => boolean): Int32Array {
  const found = new Int32Array(count);
  let filled = 0;
  for (let position = 0; position < count; position++) if (passes(position)) found[filled++] = position;
  return found.slice(0, filled);
}
