import { assertInvariant, type Bounded, type Budget, complete, type Row, stopped } from '../../foundation/index.js';
import { type FlowNetwork, SOURCE, TARGET } from './flow-network.js';
import { type FlowProblem } from './flow-problem.js';

/** Money that goes from a source to a target along consecutive transfers. */
export interface FlowPath {
  /** In the order of time; each is paid by the receiver of the one before. */
  readonly rows: readonly Row[];
  readonly minor: bigint;
}

/**
 * Takes a flow apart into ways from source to target: from each node on along the earliest arc that still carries money,
 * ties by row. Money that only runs in a circle within one instant belongs to no way. Consumes `flow` (per pair of
 * arcs). Cost: arcs of the ways, which the budget counts.
 */
export function takeApart(
  { rows }: FlowProblem,
  network: FlowNetwork,
  flow: bigint[],
  budget: Budget,
): Bounded<FlowPath> {
  const { nodeCount, starts, arcs, head, transfer } = network;
  const cursor = starts.slice();
  const place = new Int32Array(nodeCount).fill(-1);
  const found: FlowPath[] = [];
  let pairs: number[] = [];
  let node = SOURCE;
  const nextPair = (): number | undefined => {
    for (let at = cursor[node]!; at < starts[node + 1]!; at++) {
      const arc = arcs[at]!;
      cursor[node] = at;
      if (arc % 2 === 0 && flow[arc >> 1]! > 0n) return arc >> 1;
    }
    return undefined;
  };
  for (let pair = nextPair(); pair !== undefined; pair = nextPair()) {
    place[node] = pairs.length;
    pairs.push(pair);
    node = head[2 * pair]!;
    const circleStart = place[node]!;
    if (node !== TARGET && circleStart === -1) continue;
    if (!budget.spend(pairs.length)) return stopped(found, budget.describe());
    const taken = node === TARGET ? pairs : pairs.slice(circleStart);
    const minor = takeLeast(flow, taken);
    for (const used of taken) place[head[2 * used + 1]!] = -1;
    pairs = node === TARGET ? [] : pairs.slice(0, circleStart);
    if (node !== TARGET) continue;
    const positions = taken.map((used) => transfer[used]!).filter((position) => position !== -1);
    found.push({ rows: positions.map((position) => rows[position]!), minor });
    node = SOURCE;
  }
  assertInvariant(node === SOURCE, 'flow-paths', 'Expected what enters an account to leave it or to stay unused');
  return complete(found);
}

/** The least of the entries, subtracted from all of them. */
function takeLeast(flow: bigint[], pairs: readonly number[]): bigint {
  let least = flow[pairs[0]!]!;
  for (const pair of pairs) if (flow[pair]! < least) least = flow[pair]!;
  for (const pair of pairs) flow[pair] = flow[pair]! - least;
  return least;
}
