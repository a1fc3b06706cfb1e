import { type Account } from '../foundation/index.js';

/** From this share on two groups are one that changed: below, less than half of all their accounts are in both. A choice. */
const SAME_GROUP = 0.5;

/** A group before and after that are one, and the Jaccard index of their accounts: those in both of those in either. */
export interface GroupMatch {
  readonly before: number;
  readonly after: number;
  readonly jaccard: number;
}

/**
 * Matches groups by the Jaccard index of their accounts (Jaccard 1912): the likest pair first, each group once, from
 * {@link SAME_GROUP} on; of pairs alike, the first before and the first after. O(before * after * accounts).
 */
export function matchGroups(
  before: readonly (readonly Account[])[],
  after: readonly (readonly Account[])[],
): GroupMatch[] {
  const sets = after.map((group) => new Set(group));
  const pairs = before.flatMap((group, i) =>
    sets.map((set, k): GroupMatch => {
      const both = group.filter((account) => set.has(account)).length;
      return { before: i, after: k, jaccard: both / (group.length + set.size - both) };
    }),
  );
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()];
  return pairs
    .filter(({ jaccard }) => jaccard >= SAME_GROUP)
    .sort((a, b) => b.jaccard - a.jaccard || a.before - b.before || a.after - b.after)
    .filter((pair) => {
      if (usedBefore.has(pair.before) || usedAfter.has(pair.after)) return false;
      usedBefore.add(pair.before);
      usedAfter.add(pair.after);
      return true;
    });
}
