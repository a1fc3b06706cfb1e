import { type AccountProjection } from '../graph/index.js';
import { orderedPairs } from './louvain-graph.js';

/** An undirected weighted graph that Louvain looks at: the accounts at first, then communities as nodes. Never changed. */
export interface LouvainLevel {
  readonly size: number;
  /** Where the neighbours of each node begin; one more for the end. */
  readonly starts: Int32Array;
  /** Each pair at both ends. */
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  /** By node: twice the weight of pairs that are inside of it. */
  readonly loops: Float64Array;
  /** By node: the weight of its pairs, those inside counted twice. */
  readonly totals: Float64Array;
}

/** The projection as the first level, nodes being positions in `order`; `weight` is that of all pairs. Sums follow that order. O(nodes + pairs). */
export function firstLevel(projection: AccountProjection, order: Int32Array): LouvainLevel & { weight: number } {
  const { source, target, weights } = orderedPairs(projection, order);
  const size = order.length;
  const totals = new Float64Array(size);
  const starts = new Int32Array(size + 1);
  let weight = 0;
  for (let pair = 0; pair < weights.length; pair++) {
    const own = weights[pair]!;
    weight += own;
    for (const end of [source[pair]!, target[pair]!]) {
      totals[end]! += own;
      starts[end + 1]!++;
    }
  }
  for (let node = 0; node < size; node++) starts[node + 1]! += starts[node]!;
  const next = starts.slice(1);
  const neighbours = new Int32Array(2 * weights.length);
  const sided = new Float64Array(2 * weights.length);
  const place = (node: number, neighbour: number, own: number): void => {
    const at = --next[node]!;
    neighbours[at] = neighbour;
    sided[at] = own;
  };
  // Each node's neighbours are filled from the back, so that equal gains are met in the order of graphology-communities-louvain.
  for (let pair = 0; pair < weights.length; pair++) {
    place(source[pair]!, target[pair]!, weights[pair]!);
    place(target[pair]!, source[pair]!, weights[pair]!);
  }
  return { size, starts, neighbours, weights: sided, loops: new Float64Array(size), totals, weight };
}
