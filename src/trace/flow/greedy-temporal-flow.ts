import { type Money, resolveOptions, type Ties } from '../../foundation/index.js';
import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { ArrivedMoney } from '../arrived-money.js';
import { type TransferFilter } from '../transfer-filter.js';
import { type FlowEnds, type FlowProblem, stateFlowProblem } from './flow-problem.js';
import { type FlowTransfer } from './max-temporal-flow.js';

/** What {@link greedyTemporalFlow} may use. Money flows in one currency: name it in `currencies` if there are several. */
export interface GreedyFlowOptions extends TransferFilter {
  /** Whether money may move on in the instant in which it came. Default: what the ledger's precision suggests. */
  readonly ties?: Ties | undefined;
}

/** What reaches the targets if everybody passes on as much as possible as soon as possible. */
export interface GreedyFlow {
  /** Never more than the maximum. */
  readonly value: Money;
  /** What each transfer moved, by row, money that got stuck elsewhere included. */
  readonly transfers: readonly FlowTransfer[];
}

const DEFAULTS: Required<GreedyFlowOptions> = Object.freeze({
  period: undefined,
  minAmount: undefined,
  currencies: undefined,
  channels: undefined,
  excluded: undefined,
  ties: undefined,
});

/**
 * Moves money along the transfers in the order of time: each carries what its payer has received so far and not yet
 * passed on, at most its amount; sources always have enough. Transfers of one instant are taken in booking order, see
 * {@link bookingOrder}; strictly ordered, money moves on only after the instant in which it came. The result is a lower
 * bound of {@link maxTemporalFlow}, equal on a chain, and says what could have moved, not what did.
 *
 * O(transfers). Source: Kosyfaki et al., ICDE 2021, arXiv 2003.01974.
 *
 * @throws UsageError `trace-account`, `flow-overlap`, `flow-currency`, `unknown-option`, `filter-...`
 */
export function greedyTemporalFlow(graph: TemporalGraph, ends: FlowEnds, options: GreedyFlowOptions = {}): GreedyFlow {
  const { ties, ...filter } = resolveOptions(DEFAULTS, options, 'greedyTemporalFlow');
  const problem = stateFlowProblem(graph, ends, { filter, ties, towardsTargets: false });
  const transfers: FlowTransfer[] = [];
  let minor = 0n;
  forEachMove(problem, (row, moved) => {
    transfers.push({ row, minor: moved });
    if (problem.isTarget[graph.beneficiary[row]!] === 1) minor += moved;
  });
  return { value: { ...problem.zero, minor }, transfers };
}

function forEachMove(problem: FlowProblem, visit: (row: number, moved: bigint) => void): void {
  const { graph, rows, capacity, isSource, sameInstant } = problem;
  const { payer, beneficiary } = graph;
  const { timeMs } = graph.ledger.columns;
  const capacityOf = new Map<number, bigint>();
  rows.forEach((row, i) => capacityOf.set(row, capacity[i]!));
  const money = new ArrivedMoney(sameInstant);
  for (const row of bookingOrder(graph)) {
    const most = capacityOf.get(row);
    if (most === undefined) continue;
    const from = payer[row]!;
    money.moveTo(timeMs[row]!);
    const held = isSource[from] === 1 ? most : money.held(from);
    const moved = held < most ? held : most;
    if (moved === 0n) continue;
    if (isSource[from] === 0) money.take(from, moved);
    money.add(beneficiary[row]!, moved);
    visit(row, moved);
  }
}
