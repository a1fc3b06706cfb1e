import { assertInvariant, type Budget, type Row } from '../../foundation/index.js';
import { type FlowNetwork } from './flow-network.js';
import { type FlowProblem } from './flow-problem.js';
import { type Residual, SafeResidual } from './residual.js';
import { saturate } from './saturate.js';

/**
 * Of the sets of transfers without which nothing gets from sources to targets and whose amounts add up to the maximum
 * flow, one with the fewest transfers; of several such, the one nearest to the sources. It depends on the amounts and
 * times alone, not on which maximum flow was found.
 *
 * It is a second flow: every transfer that is used up counts 1, and no arc may be cut against which money could still
 * move. If the budget ends it, the cut nearest to the sources is taken (`reached`, from {@link saturate}), which costs
 * the same and may have more transfers.
 */
export function fewestTransfersCut(
  problem: FlowProblem,
  network: FlowNetwork,
  maximum: Residual,
  reached: Int32Array,
  budget: Budget,
): Row[] {
  const left = new Float64Array(network.head.length);
  for (let arc = 0; arc < left.length; arc++) {
    const usedUp = arc % 2 === 0 && maximum.open[arc] === 0;
    left[arc] = usedUp ? 1 : maximum.open[arc] === 1 ? Infinity : 0;
  }
  return transfersAcross(problem, network, saturate(network, new SafeResidual(left), budget) ?? reached);
}

function transfersAcross({ rows }: FlowProblem, { head, transfer }: FlowNetwork, level: Int32Array): Row[] {
  const cut: Row[] = [];
  for (let pair = 0; pair < transfer.length; pair++) {
    if (level[head[2 * pair + 1]!] === -1 || level[head[2 * pair]!] !== -1) continue;
    assertInvariant(transfer[pair] !== -1, 'flow-cut', 'Expected a cut through transfers only');
    cut.push(rows[transfer[pair]!]!);
  }
  return cut.sort((a, b) => a - b);
}
