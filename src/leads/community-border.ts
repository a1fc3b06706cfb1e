import { louvainSearch, structuralOrder } from '../communities/index.js';
import { type Account } from '../foundation/index.js';
import { BORDER_DEFAULTS, type BorderParameters } from './border-parameters.js';
import { projectAccounts, type TemporalGraph } from '../graph/index.js';
import { lowerBound } from '../structures/index.js';

/** Whether a lead is also a community, over several seeds of the search. */
export interface Stability {
  readonly runs: number;
  /** Mean over the runs of the Jaccard similarity with the most similar community, 0..1. */
  readonly meanJaccard: number;
  /** Runs in which some community has a Jaccard similarity of at least `similarity` (0.8) with it. */
  readonly appearsIn: number;
}

/** How {@link communityBorders} searches. */
export interface CommunityBorderOptions {
  readonly seed: number;
  readonly resolution: number;
  readonly runs: number;
  /** Default {@link BORDER_DEFAULTS}. */
  readonly border?: BorderParameters;
}

/**
 * Searches communities (Louvain) with several seeds on the simple projection of the accounts that exceptional money passed
 * through or findings are about, leads included, and says for each lead how well its border agrees with a community. A
 * second opinion on the border: a lead that is no community may have been cut too wide or too narrow; one that is proves
 * nothing. O(runs x pairs + transfers).
 */
export function communityBorders(
  graph: TemporalGraph,
  { accounts, leads }: { readonly accounts: Iterable<Account>; readonly leads: readonly (readonly Account[])[] },
  { seed, resolution, runs, border = BORDER_DEFAULTS }: CommunityBorderOptions,
): Stability[] {
  if (leads.length === 0) return [];
  const nodes = [...new Set([...accounts, ...leads.flat()])].sort((a, b) => a - b);
  const projection = projectAccounts(graph, { accounts: nodes });
  // The order is the same for every seed, and finding it costs more than a search.
  const search = louvainSearch(projection, structuralOrder(projection));
  const members = leads.map((lead) => nodesOf(projection.accounts, lead));
  const sums = leads.map(() => ({ jaccard: 0, appearsIn: 0 }));
  for (let run = 0; run < runs; run++) {
    const { labels } = search(seed + run, resolution);
    const sizes = new Int32Array(labels.length);
    for (const label of labels) sizes[label]!++;
    leads.forEach(({ length }, lead) => {
      const best = bestJaccard(members[lead]!, { length, labels, sizes });
      sums[lead]!.jaccard += best;
      if (best >= border.similarity) sums[lead]!.appearsIn++;
    });
  }
  return sums.map(({ jaccard, appearsIn }) => ({ runs, meanJaccard: jaccard / runs, appearsIn }));
}

/** Nodes of the projection that are among these accounts: who has no pair in it is no node. */
function nodesOf(accounts: Int32Array, lead: readonly Account[]): number[] {
  return lead.flatMap((account) => {
    const node = lowerBound(accounts, account);
    return accounts[node] === account ? [node] : [];
  });
}

function bestJaccard(
  nodes: readonly number[],
  { length, labels, sizes }: { readonly length: number; readonly labels: Int32Array; readonly sizes: Int32Array },
): number {
  const overlap = new Map<number, number>();
  for (const node of nodes) overlap.set(labels[node]!, (overlap.get(labels[node]!) ?? 0) + 1);
  let best = 0;
  for (const [label, shared] of overlap) best = Math.max(best, shared / (length + sizes[label]! - shared));
  return best;
}
