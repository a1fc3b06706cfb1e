import modularity from 'graphology-metrics/graph/modularity.js';
import { UnionFind } from '../structures/index.js';
import { louvainGraph, orderedPairs } from './louvain-graph.js';
import { type CommunityPartition } from './partition.js';

/** The package is CommonJS: its types put the function one level below where every loader puts it. */
type ModularityFunction = typeof modularity.default;

/** How good a partition is, overall and per community. */
export interface CommunityQuality {
  /** Modularity at the partition's resolution, by graphology-metrics; 0 if there are no pairs. */
  readonly modularity: number;
  /** Per community: weight of the pairs inside, and of those with one end inside. */
  readonly internalWeight: Float64Array;
  readonly cutWeight: Float64Array;
  /**
   * Per community: cut / smaller of (weight at its accounts, weight at all others), each pair counted at both ends.
   * 0 = no tie to the outside (also where there are no pairs at all), 1 = no tie inside.
   */
  readonly conductance: Float64Array;
  /** Per community: number of connected pieces it falls into; 1 is connected. Louvain promises nothing here. */
  readonly pieces: Int32Array;
}

/** Measures a partition on the projection it was found on. Direction is ignored except by modularity. O(nodes + pairs). */
export function communityQuality(partition: CommunityPartition): CommunityQuality {
  const { projection, order, count } = partition;
  const community = order.map((node) => partition.community[node]!);
  const { source, target, weights } = orderedPairs(projection, order);
  const internalWeight = new Float64Array(count);
  const cutWeight = new Float64Array(count);
  const joined = new UnionFind(community.length);
  let total = 0;
  for (let pair = 0; pair < source.length; pair++) {
    const a = community[source[pair]!]!;
    const b = community[target[pair]!]!;
    const weight = weights[pair]!;
    total += weight;
    if (a === b) {
      internalWeight[a]! += weight;
      joined.union(source[pair]!, target[pair]!);
    } else {
      cutWeight[a]! += weight;
      cutWeight[b]! += weight;
    }
  }
  const pieces = new Int32Array(count);
  community.forEach((c, node) => {
    if (joined.find(node) === node) pieces[c]!++;
  });
  const conductance = cutWeight.map((cut, c) => {
    const volume = 2 * internalWeight[c]! + cut;
    return cut === 0 ? 0 : cut / Math.min(volume, 2 * total - volume);
  });
  return { modularity: modularityOf(partition), internalWeight, cutWeight, conductance, pieces };
}

function modularityOf({ projection, community, order, resolution }: CommunityPartition): number {
  if (projection.source.length === 0) return 0;
  return (modularity as unknown as ModularityFunction)(louvainGraph(projection, order), {
    getNodeCommunity: (position) => community[order[Number(position)]!]!,
    getEdgeWeight: 'weight',
    resolution,
  });
}
