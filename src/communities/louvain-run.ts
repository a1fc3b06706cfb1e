import louvain from 'graphology-communities-louvain';
import { createRandom } from '../foundation/index.js';
import { type AccountProjection } from '../graph/index.js';
import { louvainGraph } from './louvain-graph.js';

/** The package is CommonJS: its types put the function one level below where every loader puts it. */
type LouvainFunction = typeof louvain.default;

/** One run of Louvain: a label per node of the projection, and the modularity it reached (0 without pairs). */
export function runLouvain(
  projection: AccountProjection,
  order: Int32Array,
  seed: number,
  resolution: number,
): { labels: Int32Array; modularity: number } {
  const detailed = (louvain as unknown as LouvainFunction).detailed(louvainGraph(projection, order), {
    getEdgeWeight: 'weight',
    rng: createRandom(seed),
    resolution,
  });
  const labels = new Int32Array(order.length);
  order.forEach((node, position) => (labels[node] = detailed.communities[String(position)]!));
  return { labels, modularity: projection.source.length === 0 ? 0 : detailed.modularity };
}
