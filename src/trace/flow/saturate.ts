import { type Budget } from '../../foundation/index.js';
import { levelsInto, nextPathInto } from './augment.kernel.js';
import { type FlowNetwork, SOURCE, TARGET } from './flow-network.js';
import { type Residual } from './residual.js';

/**
 * Sends as much as possible from the source to the target on top of what already flows (E. A. Dinic, 1970: shortest ways
 * first, all ways of one length at a time). Units of the budget: nodes and arcs per length, arcs per way.
 *
 * @returns per node the number of arcs on which the source still reaches it, -1 = not any more; the arcs from the one kind
 * to the other are a cheapest cut. Undefined if the budget ended first: then more might flow.
 */
export function saturate(network: FlowNetwork, residual: Residual, budget: Budget): Int32Array | undefined {
  const { nodeCount, starts, arcs, head } = network;
  const { open } = residual;
  const level = new Int32Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  const cursor = new Int32Array(nodeCount);
  const path = new Int32Array(nodeCount);
  while (budget.spend(nodeCount + arcs.length)) {
    // Distances to the target, not from the source: walks along them run into fewer dead ends.
    if (!levelsInto(starts, arcs, head, open, 1, TARGET, SOURCE, level, queue)) {
      levelsInto(starts, arcs, head, open, 0, SOURCE, TARGET, level, queue);
      return level;
    }
    cursor.set(starts.subarray(0, nodeCount));
    for (;;) {
      const length = nextPathInto(starts, arcs, head, open, SOURCE, TARGET, level, cursor, path);
      if (length === 0 || !budget.spend(length)) break;
      residual.push(path, length);
    }
  }
  return undefined;
}
