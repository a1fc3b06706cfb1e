/** Mean pairwise Jaccard of sets, or a bound of it. */
export interface MeanOverlap {
  /** 0 for fewer than two sets; the Jaccard of two empty sets counts as 0. */
  readonly mean: number;
  /** `lower`: the mean is at least this, and that was enough to know; `upper`: at most this, more was too costly. */
  readonly kind: 'exact' | 'lower' | 'upper';
}

/** When {@link meanJaccard} may stop early. */
export interface OverlapOptions {
  /** Stop with a lower bound once the mean is certain to be above this. Default Infinity: never. */
  readonly enoughAbove?: number;
  /** Greatest number of (pair, common member) combinations to look at; beyond it an upper bound. Default Infinity. */
  readonly maxPairs?: number;
}

/**
 * Mean of |A and B| / |A or B| over all pairs; each set is given by its distinct members. Pairs without a common member
 * cost nothing: the members are turned into lists of the sets that hold them. Equal fractions are summed together in a
 * fixed order, so that the answer depends on the sets alone. O(total size + combinations of pair and common member).
 */
export function meanJaccard(sets: readonly ArrayLike<number>[], options: OverlapOptions = {}): MeanOverlap {
  const { enoughAbove = Infinity, maxPairs = Infinity } = options;
  const pairs = (sets.length * (sets.length - 1)) / 2;
  if (pairs === 0) return { mean: 0, kind: 'exact' };
  const shared = sharedMembers(sets);
  let combinations = 0;
  for (const list of shared) combinations += (list.length * (list.length - 1)) / 2;
  if (combinations > maxPairs) {
    // Jaccard <= common members / size of either set.
    const least = sets.reduce((size, set) => Math.min(size, Math.max(set.length, 1)), Infinity);
    return { mean: Math.min(1, combinations / least / pairs), kind: 'upper' };
  }
  if (enoughAbove < 1) {
    const atLeast = lowerBound(shared, sets) / pairs;
    // The margin keeps rounding of the bound from deciding what the exact mean must decide.
    if (atLeast > enoughAbove + 1e-9) return { mean: Math.min(1, atLeast), kind: 'lower' };
  }
  return { mean: sumJaccard(shared, sets) / pairs, kind: 'exact' };
}

/** For each member of two or more sets, the positions of these sets, ascending. */
function sharedMembers(sets: readonly ArrayLike<number>[]): number[][] {
  const holders = new Map<number, number[]>();
  sets.forEach((set, i) => {
    for (let m = 0; m < set.length; m++) {
      const list = holders.get(set[m]!);
      if (list === undefined) holders.set(set[m]!, [i]);
      else list.push(i);
    }
  });
  return [...holders.values()].filter((list) => list.length > 1);
}

/** Each of k common members adds 1 / (|A| + |B| - 1), and k / (|A| + |B| - 1) <= k / (|A| + |B| - k). */
function lowerBound(shared: readonly (readonly number[])[], sets: readonly ArrayLike<number>[]): number {
  let sum = 0;
  for (const list of shared) {
    for (let a = 0; a < list.length; a++) {
      const size = sets[list[a]!]!.length - 1;
      for (let b = a + 1; b < list.length; b++) sum += 1 / (size + sets[list[b]!]!.length);
    }
  }
  return sum;
}

function sumJaccard(shared: readonly (readonly number[])[], sets: readonly ArrayLike<number>[]): number {
  const common = new Map<number, number>();
  for (const list of shared) {
    for (let a = 0; a < list.length; a++) {
      const base = list[a]! * sets.length;
      for (let b = a + 1; b < list.length; b++) common.set(base + list[b]!, (common.get(base + list[b]!) ?? 0) + 1);
    }
  }
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
