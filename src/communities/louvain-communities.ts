import { requireRange, resolveOptions, UsageError } from '../foundation/index.js';
import { type AccountProjection, setHubsAside } from '../graph/index.js';
import { louvainSearch } from './louvain-run.js';
import { type CommunityPartition, numberCommunities } from './partition.js';
import { structuralOrder } from './structural-order.js';

/** How {@link louvainCommunities} searches. */
export interface LouvainOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Above 1 finds smaller communities, below 1 larger ones. Default 1. */
  readonly resolution?: number;
  /** Set aside accounts with more distinct counterparties than this, beyond what the projection did. Default Infinity. */
  readonly hubDegreeCap?: number;
  /** Order in which nodes are visited, a permutation of the projection's nodes. Default `structuralOrder(projection)`. */
  readonly order?: Int32Array;
}

interface ResolvedLouvainOptions {
  readonly seed: number;
  readonly resolution: number;
  readonly hubDegreeCap: number;
  readonly order: Int32Array | undefined;
}

const DEFAULTS: ResolvedLouvainOptions = Object.freeze({
  seed: 1,
  resolution: 1,
  hubDegreeCap: Infinity,
  order: undefined,
});

/**
 * Groups of accounts that deal with each other more than chance would have it (Louvain: greedy modularity), as
 * graphology-communities-louvain finds them. With the same seed the answer depends on the transfers only: not on the order of rows
 * and not on how accounts are called.
 *
 * Modularity is a global trade-off: adding unrelated transfers may change a community, small communities may be merged
 * (resolution limit), another seed may draw other borders (see `communityStability`), and a community need not be
 * connected (see `communityQuality`). A community is a place to look, never a finding.
 *
 * Directed projections are searched by that package itself, which loses pairs where there are exactly 128 or 32,768 of them, and
 * leaves accounts out of its queue where there are exactly 256 or 65,536.
 *
 * @returns no communities for a projection without nodes; one per node for one without pairs
 * @throws UsageError `unknown-option`, `option-range`, `seed`, `community-order`
 *
 * Cost: O(pairs) per pass, few passes. V. Blondel et al., "Fast unfolding of communities in large networks",
 * J. Stat. Mech. P10008, 2008, doi:10.1088/1742-5468/2008/10/P10008.
 */
export function louvainCommunities(projection: AccountProjection, options: LouvainOptions = {}): CommunityPartition {
  const { seed, resolution, hubDegreeCap, order: given } = resolveOptions(DEFAULTS, options, 'louvainCommunities');
  requireRange('resolution', resolution, Number.MIN_VALUE, Number.MAX_VALUE);
  requireRange('hubDegreeCap', hubDegreeCap, 0, Infinity);
  const reduced = setHubsAside(projection, hubDegreeCap);
  const order = given ?? structuralOrder(reduced);
  requirePermutation(order, reduced.accounts.length);
  const { labels, modularity } = louvainSearch(reduced, order)(seed, resolution);
  const { community, sizes } = numberCommunities(labels, order);
  return {
    projection: reduced,
    community,
    count: sizes.length,
    sizes,
    order,
    hubs: reduced.hubs,
    modularity,
    resolution,
    seed,
  };
}

function requirePermutation(order: Int32Array, size: number): void {
  const seen = new Uint8Array(size);
  for (const node of order) if (node >= 0 && node < size) seen[node] = 1;
  if (order.length !== size || seen.includes(0)) {
    throw new UsageError('community-order', `Expected order to be a permutation of ${size} nodes`);
  }
}
