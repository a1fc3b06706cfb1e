import louvain from 'graphology-communities-louvain';
import { createRandom } from '../foundation/index.js';
import { type AccountProjection } from '../graph/index.js';
import { coarserLevel } from './coarser-level.js';
import { moveNodesInto } from './local-moves.kernel.js';
import { louvainGraph } from './louvain-graph.js';
import { firstLevel, type LouvainLevel } from './louvain-level.js';

/** The package is CommonJS: its types put the function one level below where every loader puts it. */
type LouvainFunction = typeof louvain.default;

/** One run of Louvain: a label per node of the projection, and the modularity it reached (0 without pairs). */
export interface LouvainRun {
  readonly labels: Int32Array;
  readonly modularity: number;
}

/** Runs Louvain with a seed, at a resolution. */
export type LouvainSearch = (seed: number, resolution: number) => LouvainRun;

/**
 * Prepares a projection once, for any number of runs that visit its nodes in this order. Undirected projections, which cases are
 * made with, are searched here: the answer is that of graphology-communities-louvain 2.0.2 in less than half of the time, and
 * right also where that package loses pairs (exactly 128 or 32,768 of them) or leaves accounts out of its queue (of exactly 256
 * or 65,536). Directed ones go through the package.
 */
export function louvainSearch(projection: AccountProjection, order: Int32Array): LouvainSearch {
  if (projection.source.length === 0) {
    return () => ({ labels: Int32Array.from(order.keys()), modularity: 0 });
  }
  const run = projection.directed
    ? packageSearch(louvainGraph(projection, order))
    : ownSearch(firstLevel(projection, order));
  return (seed, resolution) => {
    const { labels: byPosition, modularity } = run(seed, resolution);
    const labels = new Int32Array(order.length);
    order.forEach((node, position) => (labels[node] = byPosition[position]!));
    return { labels, modularity };
  };
}

function packageSearch(graph: ReturnType<typeof louvainGraph>): LouvainSearch {
  return (seed, resolution) => {
    const rng = createRandom(seed);
    const options = { getEdgeWeight: 'weight', rng, resolution };
    const { communities, modularity } = (louvain as unknown as LouvainFunction).detailed(graph, options);
    return { labels: Int32Array.from({ length: graph.order }, (_, at) => communities[String(at)]!), modularity };
  };
}

function ownSearch({ weight, ...lowest }: LouvainLevel & { readonly weight: number }): LouvainSearch {
  const twiceWeight = 2 * weight;
  return (seed, resolution) => {
    const random = createRandom(seed);
    const labels = Int32Array.from({ length: lowest.size }, (_, position) => position);
    let level: LouvainLevel = lowest;
    for (;;) {
      const community = Int32Array.from({ length: level.size }, (_, node) => node);
      const volumes = level.totals.slice();
      const first = Math.floor(random() * level.size);
      if (!moveNodesInto(community, volumes, level, { first, twiceWeight, resolution })) {
        return { labels, modularity: modularityOf(level, twiceWeight, resolution) };
      }
      const coarser = coarserLevel(level, community, volumes);
      labels.forEach((node, position) => (labels[position] = coarser.numbers[node]!));
      level = coarser.level;
    }
  };
}

/** Modularity of the partition whose communities are the nodes of this level. */
function modularityOf({ loops, totals }: LouvainLevel, twiceWeight: number, resolution: number): number {
  let sum = 0;
  for (let c = 0; c < loops.length; c++) {
    sum += loops[c]! / twiceWeight - (totals[c]! / twiceWeight) ** 2 * resolution;
  }
  return sum;
}
