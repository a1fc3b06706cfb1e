import {
  type Account,
  assertInvariant,
  type Bounded,
  Budget,
  defaultTies,
  requireRange,
  resolveOptions,
  type Ties,
} from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { nodesOf } from '../nodes-of.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';
import { TimeAwarePush } from './time-aware-push.js';
import { TransferValues } from './transfer-values.js';

/** How {@link rankTrace} weighs what is near in time and value. */
export interface RankTraceOptions extends TransferFilter {
  /** Share of the mass that stays with each account it passes, above 0, below 1. Default 0.15. */
  readonly alpha?: number;
  /** Share of the rest that follows later payments; what remains goes back along earlier receipts. Default 0.8. */
  readonly beta?: number;
  /** An account's mass is passed on while it is above this, in each currency. Default 0.001. */
  readonly epsilon?: number;
  /** Whether money may move on in the instant in which it came. Default: what the ledger's precision suggests. */
  readonly ties?: Ties | undefined;
  /** Steps of work: transfers and portions of mass looked at. Default 100 million. */
  readonly maxSteps?: number;
}

/** An account with its place in the ranking. */
export interface RankedAccount {
  readonly account: Account;
  /** Share of the mass that stayed here so far, 0..1. Not an amount of money and not a probability of anything. */
  readonly score: number;
  /** Mass that arrived here and was not passed on. */
  readonly residual: number;
}

/** Accounts by score, highest first; equal ones (to 12 decimals) by number. */
export interface RankedTrace extends Bounded<RankedAccount> {
  /**
   * All mass not passed on, also at accounts that have no score yet. Scores and this add up to 1, and passing it on would
   * raise no score by more than this.
   */
  readonly residual: number;
}

const DEFAULTS: Required<RankTraceOptions> = Object.freeze({
  period: undefined,
  minAmount: undefined,
  currencies: undefined,
  channels: undefined,
  excluded: undefined,
  alpha: 0.15,
  beta: 0.8,
  epsilon: 1e-3,
  ties: undefined,
  maxSteps: 100_000_000,
});

/**
 * Ranks accounts by how much of the sources' money they can have seen, where exact tracing would flood: mass starts at
 * the sources in equal parts, and of what an account holds, alpha stays; of the rest beta follows its payments after the
 * mass came, in proportion to their value, and 1 - beta goes back along its receipts before. Where there are none, mass
 * waits. Value is compared within a currency only; mass changes currency only along a transfer that does. A source's part
 * is split evenly over the currencies it deals in. In ledgers without amounts every transfer weighs the same.
 *
 * It is a ranking of where to look, not an amount, and it claims nothing about what anybody did.
 *
 * The account with the largest residual is passed on first, accounts that are equal to nine digits together, so that the
 * result does not depend on names or order beyond rounding. At most 1 / (epsilon alpha) accounts are passed on, whatever
 * the size of the graph; memory is that of the accounts reached. Empty without sources.
 * Source: TTR, "TRacer", arXiv 2201.05757, in the form in which the first chips wait at the receivers.
 *
 * @throws UsageError `option-range`, `unknown-option`, `trace-account`, `filter-...`
 * @throws InvariantError `ranked-mass` if mass was lost
 */
export function rankTrace(
  graph: TemporalGraph,
  sources: readonly Account[],
  options: RankTraceOptions = {},
): RankedTrace {
  const { alpha, beta, epsilon, ties, maxSteps, ...filter } = resolveOptions(DEFAULTS, options, 'rankTrace');
  requireRange('alpha', alpha, Number.MIN_VALUE, 1 - Number.EPSILON);
  requireRange('beta', beta, 0, 1);
  requireRange('epsilon', epsilon, Number.MIN_VALUE, 1);
  const budget = new Budget('maxSteps', maxSteps);
  const sameInstant = (ties ?? defaultTies(graph.ledger.precision)) === 'same-instant-allowed';
  const values = new TransferValues(graph, admitTransfers(graph, filter));
  const push = new TimeAwarePush(values, { alpha, beta, sameInstant });
  const starts = nodesOf(graph, sources);
  for (const account of starts) {
    const purses = values.pursesOf(account);
    for (const purse of purses) push.start(purse, 1 / starts.length / purses.length);
  }
  while (push.largest > epsilon && budget.spend(push.pushLargest(epsilon)));
  return ranking(push, starts.length === 0 ? 0 : 1, push.largest > epsilon ? budget.describe() : undefined);
}

function ranking(push: TimeAwarePush, mass: number, stoppedBy: string | undefined): RankedTrace {
  const items: RankedAccount[] = [];
  let [kept, residual] = [0, 0];
  for (const [account, sums] of push.byAccount()) {
    kept += sums.score;
    residual += sums.residual;
    if (sums.score > 0) items.push({ account, ...sums });
  }
  assertInvariant(
    Math.abs(kept + residual - mass) < 1e-6,
    'ranked-mass',
    `Expected ${mass} but kept ${kept + residual}`,
  );
  const rounded = ({ score }: RankedAccount): number => Math.round(score * 1e12);
  items.sort((a, b) => rounded(b) - rounded(a) || a.account - b.account);
  return { items, complete: stoppedBy === undefined, stoppedBy, residual };
}
