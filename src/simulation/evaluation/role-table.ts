import { compareText } from '../../foundation/index.js';

/** How often a case calls members of one role by one of its own roles. */
export interface RoleCount {
  readonly truth: string;
  readonly proposed: string;
  readonly accounts: number;
}

/** The table of confusion: true role by proposed role, over accounts that have both. By true role, then the most frequent. */
export function roleTable(pairs: Iterable<{ readonly truth: string; readonly proposed: string }>): RoleCount[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { truth, proposed } of pairs) {
    const row = counts.get(truth) ?? new Map<string, number>();
    counts.set(truth, row);
    row.set(proposed, (row.get(proposed) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([truth, row]) => [...row].map(([proposed, accounts]) => ({ truth, proposed, accounts })))
    .sort((a, b) => compareText(a.truth, b.truth) || b.accounts - a.accounts || compareText(a.proposed, b.proposed));
}
