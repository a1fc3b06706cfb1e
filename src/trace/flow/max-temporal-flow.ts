import {
  assertInvariant,
  type Bounded,
  Budget,
  type Money,
  requireRange,
  resolveOptions,
  type Row,
  type Ties,
} from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type TransferFilter } from '../transfer-filter.js';
import { expandInTime } from './expand-in-time.js';
import { fewestTransfersCut } from './fewest-transfers-cut.js';
import { type FlowNetwork, SOURCE } from './flow-network.js';
import { type FlowPath, takeApart } from './flow-paths.js';
import { type FlowEnds, type FlowProblem, stateFlowProblem } from './flow-problem.js';
import { emptyFlow } from './residual.js';
import { saturate } from './saturate.js';

/** What {@link maxTemporalFlow} may use. Money flows in one currency: name it in `currencies` if there are several. */
export interface TemporalFlowOptions extends TransferFilter {
  /** Whether money may move on in the instant in which it came. Default: what the ledger's precision suggests. */
  readonly ties?: Ties | undefined;
  /** Greatest time that money stays in an account, inclusive, in the unit of the ledger's times. Default Infinity. */
  readonly maxWait?: number;
  /** Steps of work: nodes and arcs looked at. Default 2,000 million. */
  readonly maxSteps?: number;
}

/** A transfer and the part of it that a flow uses. */
export interface FlowTransfer {
  readonly row: Row;
  /** Above 0, in minor units of the flow's currency. */
  readonly minor: bigint;
}

/** How much money can have got from sources to targets, and why not more. */
export interface TemporalFlow {
  /** The maximum; what had been found so far where the search was stopped before it had a cut. */
  readonly value: Money;
  /** One way to move that much, by row. Another one may exist; its transfers and amounts can differ. */
  readonly transfers: readonly FlowTransfer[];
  /**
   * The bottleneck: a fewest set of transfers that everything must pass and that add up to the value. Unlike the flow it
   * does not depend on how ties were broken. Undefined if the search was stopped before the maximum was proved.
   */
  readonly cut: readonly Row[] | undefined;
  /** The same money as timed paths, earliest transfers first. Their amounts add up to the value if complete. */
  readonly paths: Bounded<FlowPath>;
  readonly complete: boolean;
  readonly stoppedBy: string | undefined;
}

const DEFAULTS: Required<TemporalFlowOptions> = Object.freeze({
  period: undefined,
  minAmount: undefined,
  currencies: undefined,
  channels: undefined,
  excluded: undefined,
  ties: undefined,
  maxWait: Infinity,
  maxSteps: 2_000_000_000,
});

/**
 * The most money that can have got from any of the sources to any of the targets, each transfer carrying at most its
 * amount: at every other account, what has left up to and including a time is at most what came in before it (up to and
 * including it with ties allowed), and came in no longer than `maxWait` before it left. Sources have any amount at any
 * time. Self-transfers, transfers into sources and out of targets, without amount or between currencies are not used;
 * a transfer carries the smaller of its paid and received amount.
 *
 * It says how much can have moved, not that it did, and not whose money it was. Zero if no way exists.
 *
 * Exact integers throughout. Shortest augmenting ways on the time-expanded network, shrunk to what lies between sources
 * and targets: O(nodes² arcs) at worst, in practice a few passes. The value is certified by the cut, whose amounts add
 * up to it. Source: Akrida et al., arXiv 1606.01091; Kosyfaki et al., ICDE 2021, arXiv 2003.01974.
 *
 * @throws UsageError `trace-account`, `flow-overlap`, `flow-currency`, `option-range`, `unknown-option`, `filter-...`
 * @throws InvariantError `flow-certificate` if flow and cut differ
 */
export function maxTemporalFlow(graph: TemporalGraph, ends: FlowEnds, options: TemporalFlowOptions = {}): TemporalFlow {
  const { ties, maxWait, maxSteps, ...filter } = resolveOptions(DEFAULTS, options, 'maxTemporalFlow');
  requireRange('maxWait', maxWait, 0, Infinity);
  const budget = new Budget('maxSteps', maxSteps);
  const problem = stateFlowProblem(graph, ends, { filter, ties, towardsTargets: true });
  const network = expandInTime(problem, maxWait);
  const residual = emptyFlow(problem, network);
  const reached = saturate(network, residual, budget);
  const cut = reached && fewestTransfersCut(problem, network, residual, reached, budget);
  const flow = Array.from(network.transfer, (_, pair) => residual.flow(pair));
  const minor = flowOutOfSource(network, flow);
  if (cut !== undefined) certify(problem, cut, minor);
  const paths = takeApart(problem, network, flow.slice(), budget);
  return {
    value: { ...problem.zero, minor },
    transfers: paths.complete ? usedByPaths(paths.items) : usedByFlow(problem, network, flow),
    cut,
    paths,
    complete: !budget.exhausted,
    stoppedBy: budget.exhausted ? budget.describe() : undefined,
  };
}

/** What leaves the sources; nothing ever enters them. */
function flowOutOfSource({ head }: FlowNetwork, flow: readonly bigint[]): bigint {
  return flow.reduce((sum, amount, pair) => (head[2 * pair + 1] === SOURCE ? sum + amount : sum), 0n);
}

function certify({ rows, capacity }: FlowProblem, cut: readonly Row[], value: bigint): void {
  const cutRows = new Set(cut);
  const across = capacity.reduce((sum, amount, i) => (cutRows.has(rows[i]!) ? sum + amount : sum), 0n);
  assertInvariant(across === value, 'flow-certificate', `Expected a cut of ${value} but received ${across}`);
}

function usedByPaths(paths: readonly FlowPath[]): FlowTransfer[] {
  const used = new Map<Row, bigint>();
  for (const { rows, minor } of paths) for (const row of rows) used.set(row, (used.get(row) ?? 0n) + minor);
  return [...used].sort(([a], [b]) => a - b).map(([row, minor]) => ({ row, minor }));
}

function usedByFlow({ rows }: FlowProblem, { transfer }: FlowNetwork, flow: readonly bigint[]): FlowTransfer[] {
  const used: FlowTransfer[] = [];
  transfer.forEach((position, pair) => {
    if (position !== -1 && flow[pair]! > 0n) used.push({ row: rows[position]!, minor: flow[pair]! });
  });
  return used.sort((a, b) => a.row - b.row);
}
