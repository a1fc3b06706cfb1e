/** Which lead answers for which network. */
export interface LeadMatch {
  readonly network: number;
  readonly lead: number;
  /** Accounts that both have, over those that either has; accounts of the network outside its core are left out. */
  readonly jaccard: number;
}

/** What a network is looked for by. */
export interface NetworkAccounts {
  /** Those of whom a lead must hold half. */
  readonly core: ReadonlySet<string>;
  /** Members besides: a lead that lists them is not less alike. */
  readonly others: ReadonlySet<string>;
}

/**
 * Matches leads to networks, each lead to at most one and each network to at most one, so that as many networks as can be
 * are matched. A lead may stand for a network if it holds at least half of its core. One lead that holds two networks
 * answers for one of them: a cluster of everything finds one network, not all.
 *
 * Of several largest matchings it takes one in which networks, in their order, come to the most alike lead that is left;
 * the sum of likeness need not be the greatest there is. Augmenting paths (H. Kuhn, "The Hungarian method for the
 * assignment problem", 1955, for weights 0 and 1). O(networks * pairs that may match), by network.
 */
export function matchLeads(networks: readonly NetworkAccounts[], leads: readonly ReadonlySet<string>[]): LeadMatch[] {
  const likeness = networks.map((network) => leads.map((lead) => jaccardOf(network, lead)));
  const choices = networks.map((network, i) =>
    leads
      .flatMap((lead, j) => (holdsHalf(network.core, lead) ? [j] : []))
      .sort((a, b) => likeness[i]![b]! - likeness[i]![a]! || a - b),
  );
  const networkOf = new Map<number, number>();
  const place = (network: number, tried: Set<number>): boolean => {
    for (const lead of choices[network]!) {
      if (tried.has(lead)) continue;
      tried.add(lead);
      const other = networkOf.get(lead);
      if (other !== undefined && !place(other, tried)) continue;
      networkOf.set(lead, network);
      return true;
    }
    return false;
  };
  for (let network = 0; network < networks.length; network++) place(network, new Set());
  return [...networkOf]
    .map(([lead, network]) => ({ network, lead, jaccard: likeness[network]![lead]! }))
    .sort((a, b) => a.network - b.network);
}

function holdsHalf(core: ReadonlySet<string>, lead: ReadonlySet<string>): boolean {
  return core.size > 0 && 2 * countShared(core, lead) >= core.size;
}

function jaccardOf({ core, others }: NetworkAccounts, lead: ReadonlySet<string>): number {
  const shared = countShared(core, lead);
  const union = core.size + lead.size - countShared(others, lead) - shared;
  return union === 0 ? 0 : shared / union;
}

function countShared(these: ReadonlySet<string>, those: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of these) if (those.has(key)) shared++;
  return shared;
}
