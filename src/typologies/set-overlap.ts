/** Mean pairwise Jaccard of sets, and whether it could be computed within the budget. */
export interface MeanOverlap {
  /** 0 for fewer than two sets; the Jaccard of two empty sets counts as 0. */
  readonly mean: number;
  /** False if too many pairs share members; `mean` is then an upper bound, capped at 1. */
  readonly exact: boolean;
}

/**
 * Mean of |A and B| / |A or B| over all pairs; each set is given by its distinct members. Pairs without a common member cost nothing: the members are turned into
 * lists of the sets that hold them. Equal fractions are summed together in a fixed order, so that the answer depends on
 * the sets alone. O(total size + pairs sharing a member), at most `maxPairs` of the latter.
 */
export function meanJaccard(sets: readonly ArrayLike<number>[], maxPairs = Infinity): MeanOverlap {
  const pairs = (sets.length * (sets.length - 1)) / 2;
  if (pairs === 0) return { mean: 0, exact: true };
  const holders = new Map<number, number[]>();
  sets.forEach((set, i) => {
    for (let m = 0; m < set.length; m++) {
      const member = set[m]!;
      const list = holders.get(member);
      if (list === undefined) holders.set(member, [i]);
      else list.push(i);
    }
  });
  let sharing = 0;
  for (const list of holders.values()) sharing += (list.length * (list.length - 1)) / 2;
  if (sharing > maxPairs) {
    const least = sets.reduce((size, set) => Math.min(size, set.length), Infinity);
    return { mean: Math.min(1, sharing / Math.max(least, 1) / pairs), exact: false };
  }
  const common = new Map<number, number>();
  for (const list of holders.values()) {
    for (let a = 0; a < list.length; a++) {
      for (let b = a + 1; b < list.length; b++) {
        const pair = list[a]! * sets.length + list[b]!;
        common.set(pair, (common.get(pair) ?? 0) + 1);
      }
    }
  }
  return { mean: sumFractions(common, sets) / pairs, exact: true };
}

function sumFractions(common: ReadonlyMap<number, number>, sets: readonly ArrayLike<number>[]): number {
  const occurrences = new Map<number, number>();
  for (const [pair, inBoth] of common) {
    const left = sets[Math.floor(pair / sets.length)]!;
    const right = sets[pair % sets.length]!;
    const jaccard = inBoth / (left.length + right.length - inBoth);
    occurrences.set(jaccard, (occurrences.get(jaccard) ?? 0) + 1);
  }
  let sum = 0;
  for (const [jaccard, times] of [...occurrences].sort((a, b) => a[0] - b[0])) sum += jaccard * times;
  return sum;
}
