import { type FlowNetwork, FlowNetworkBuilder, SOURCE, TARGET } from './flow-network.js';
import { type FlowProblem } from './flow-problem.js';
import { LimitedWaiting } from './limited-waiting.js';
import { UnlimitedWaiting } from './waiting.js';

/**
 * The network whose ordinary flows are the temporal flows of a problem: accounts become one node per time at which it
 * matters what has arrived so far (Akrida et al., "Temporal flows in temporal networks", arXiv 1606.01091). A departure
 * sees the arrivals before its instant, and those of its instant where they are allowed to follow each other.
 * O(accounts + transfers).
 */
export function expandInTime(problem: FlowProblem, maxWait: number): FlowNetwork {
  const { graph, rows, isSource, isTarget, sameInstant } = problem;
  const { payer, beneficiary } = graph;
  const { timeMs } = graph.ledger.columns;
  const network = new FlowNetworkBuilder();
  const waiting =
    maxWait === Infinity
      ? new UnlimitedWaiting(network, graph.accountCount)
      : new LimitedWaiting(network, graph.accountCount, maxWait);
  const from = new Int32Array(rows.length);
  const to = new Int32Array(rows.length);
  const depart = (i: number, time: number): void => {
    const account = payer[rows[i]!]!;
    from[i] = isSource[account] === 1 ? SOURCE : waiting.leave(account, time);
  };
  const arrive = (i: number, time: number): void => {
    const account = beneficiary[rows[i]!]!;
    to[i] = isTarget[account] === 1 ? TARGET : waiting.arrive(account, time);
  };
  const [first, second] = sameInstant ? [arrive, depart] : [depart, arrive];
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const time = timeMs[rows[start]!]!;
    while (end < rows.length && timeMs[rows[end]!] === time) end++;
    for (let i = start; i < end; i++) first(i, time);
    for (let i = start; i < end; i++) second(i, time);
    for (let i = start; i < end; i++) if (from[i] !== -1) network.addTransfer(from[i]!, to[i]!, i);
  }
  return network.finish();
}
