import { type CaseDocument, type LeadDocument } from '../../disclosure/index.js';

/** Two leads that have operators in common. */
export interface MatchedLeads {
  readonly was: LeadDocument;
  readonly now: LeadDocument;
  /** Accounts of operators of both over those of either (Jaccard), above 0 and at most 1. */
  readonly overlap: number;
}

/** Leads of two cases, each once. */
export interface LeadMatching {
  /** In the order of the newer case. */
  readonly matched: readonly MatchedLeads[];
  readonly gone: readonly LeadDocument[];
  readonly appeared: readonly LeadDocument[];
}

/**
 * Pairs the leads of two cases by the accounts of their operators: the greatest overlap first, each lead once, ties by id. Leads
 * that share no account are never paired, whatever their ids. Cost: linear in operators, plus a sort of pairs that share one.
 */
export function matchLeads(
  { leads: older }: Pick<CaseDocument, 'leads'>,
  { leads: newer }: Pick<CaseDocument, 'leads'>,
): LeadMatching {
  const accountsNow = newer.map(accountsOf);
  const leadsOf = new Map<string, number[]>();
  for (const [j, accounts] of accountsNow.entries()) {
    for (const account of accounts) leadsOf.set(account, [...(leadsOf.get(account) ?? []), j]);
  }
  const pairs = older.flatMap((was, i) => {
    const accounts = accountsOf(was);
    const shared = new Map<number, number>();
    for (const account of accounts) {
      for (const j of leadsOf.get(account) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    return [...shared].map(([j, both]) => ({
      ...{ i, j, was, now: newer[j]! },
      overlap: both / (accounts.size + accountsNow[j]!.size - both),
    }));
  });
  // Leads stand in the order of their ids, and sorting keeps the order of ties.
  pairs.sort((a, b) => b.overlap - a.overlap || a.i - b.i || a.j - b.j);
  const partner = new Map<number, (typeof pairs)[number]>();
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (taken.has(pair.i) || partner.has(pair.j)) continue;
    taken.add(pair.i);
    partner.set(pair.j, pair);
  }
  return {
    matched: [...partner].sort(([a], [b]) => a - b).map(([, { was, now, overlap }]) => ({ was, now, overlap })),
    gone: older.filter((_, i) => !taken.has(i)),
    appeared: newer.filter((_, j) => !partner.has(j)),
  };
}

/** The accounts of a lead's operators, each as one text. */
export function accountsOf({ operators }: Pick<LeadDocument, 'operators'>): Set<string> {
  return new Set(
    operators.flatMap(({ accounts }) =>
      accounts.map(({ institution, account }) => JSON.stringify([institution, account])),
    ),
  );
}
