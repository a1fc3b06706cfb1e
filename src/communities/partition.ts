import { type Account } from '../foundation/index.js';
import { type AccountProjection } from '../graph/index.js';

/** A division of a projection's accounts into communities. Being in one is a shape of the data, not a finding. */
export interface CommunityPartition {
  /** The projection that was divided, without the hubs. */
  readonly projection: AccountProjection;
  /** Community of each node of the projection; every node is in exactly one. */
  readonly community: Int32Array;
  /** Communities are numbered from 0: larger ones first, equal ones by their structurally first member. */
  readonly count: number;
  readonly sizes: Int32Array;
  /** The order in which the search visited the nodes; sums over pairs follow it, so that names have no say in them. */
  readonly order: Int32Array;
  /** Accounts set aside as hubs, ascending; they are in no community. */
  readonly hubs: Int32Array;
  /** Modularity of the division at `resolution`; 0 if the projection has no pairs. */
  readonly modularity: number;
  readonly resolution: number;
  readonly seed: number;
}

/** Accounts of each community, ascending; one list per community in order. O(nodes). */
export function communityMembers({ projection, community, count }: CommunityPartition): Account[][] {
  const members: Account[][] = Array.from({ length: count }, () => []);
  projection.accounts.forEach((account, node) => members[community[node]!]!.push(account));
  return members;
}

/**
 * Renumbers labels by falling size, then by the first member in `order`.
 * @returns the new label per node and the sizes
 */
export function numberCommunities(labels: Int32Array, order: Int32Array): { community: Int32Array; sizes: Int32Array } {
  const found = new Map<number, { first: number; size: number }>();
  order.forEach((node, position) => {
    const entry = found.get(labels[node]!);
    if (entry === undefined) found.set(labels[node]!, { first: position, size: 1 });
    else entry.size++;
  });
  const sorted = [...found].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const numberOf = new Map(sorted.map(([label], number) => [label, number]));
  return {
    community: labels.map((label) => numberOf.get(label)!),
    sizes: Int32Array.from(sorted, ([, { size }]) => size),
  };
}
