import { type Budget } from '../../foundation/index.js';

/** Keeps rounding of a bound from deciding what the exact mean must decide. */
const ROUNDING = 1e-9;

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
  /** Pays for these combinations; where it cannot, an upper bound. Default none. */
  readonly budget?: Pick<Budget, 'spend'> | undefined;
  /** Scratch with a zero per possible member, left zero; spares the members a place in a map. Default none. */
  readonly held?: Int32Array | undefined;
  /** Members flagged 1 count as in no set. Only looked at together with `held`. Default none. */
  readonly leftOut?: Uint8Array | undefined;
}

/**
 * Mean of |A and B| / |A or B| over all pairs; each set is given by its distinct members. Pairs without a common member
 * cost nothing: the members are turned into lists of the sets that hold them. Equal fractions are summed together in a
 * fixed order, so that the answer depends on the sets alone. O(total size + combinations of pair and common member).
 */
export function meanJaccard(sets: readonly ArrayLike<number>[], options: OverlapOptions = {}): MeanOverlap {
  const { enoughAbove = Infinity, maxPairs = Infinity, held } = options;
  const pairs = pairsOf(sets.length);
  if (pairs === 0) return { mean: 0, kind: 'exact' };
  const sizes = sets.map((set) => set.length);
  const shared = held === undefined ? sharedMembers(sets) : sharedAmongHeld(sets, sizes, held, options.leftOut);
  let combinations = 0;
  for (const list of shared) combinations += pairsOf(list.length);
  if (enoughAbove < 1) {
    const atLeast = roughLowerBound(shared, sizes) / pairs;
    if (atLeast > enoughAbove + ROUNDING) return { mean: Math.min(1, atLeast), kind: 'lower' };
  }
  if (combinations > maxPairs || options.budget?.spend(combinations) === false) {
    // Jaccard <= common members / size of either set.
    const least = sizes.reduce((smallest, size) => Math.min(smallest, Math.max(size, 1)), Infinity);
    return { mean: Math.min(1, combinations / least / pairs), kind: 'upper' };
  }
  if (enoughAbove < 1) {
    const atLeast = lowerBound(shared, sizes) / pairs;
    if (atLeast > enoughAbove + ROUNDING) return { mean: Math.min(1, atLeast), kind: 'lower' };
  }
  return { mean: sumJaccard(shared, sizes) / pairs, kind: 'exact' };
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

/** The same by counting in `held`; takes members that are left out off the sizes. Most members are in one set only. */
function sharedAmongHeld(
  sets: readonly ArrayLike<number>[],
  sizes: number[],
  held: Int32Array,
  leftOut: Uint8Array | undefined,
): number[][] {
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]!;
    for (let m = 0; m < set.length; m++) {
      if (leftOut?.[set[m]!] === 1) sizes[i]!--;
      else held[set[m]!]!++;
    }
  }
  // A member in several sets gets a list, and from then on its number there in place of the count: -1 is the first.
  const shared: number[][] = [];
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]!;
    for (let m = 0; m < set.length; m++) {
      const member = set[m]!;
      const count = held[member]!;
      if (count < 0) shared[-1 - count]!.push(i);
      else if (count > 1) held[member] = -shared.push([i]);
    }
  }
  for (const set of sets) for (let m = 0; m < set.length; m++) held[set[m]!] = 0;
  return shared;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** {@link lowerBound} with the size of the largest set that holds a member for all that do. O(total size). */
function roughLowerBound(shared: readonly (readonly number[])[], sizes: readonly number[]): number {
  let sum = 0;
  for (const list of shared) {
    let largest = 0;
    for (const i of list) if (sizes[i]! > largest) largest = sizes[i]!;
    sum += pairsOf(list.length) / (2 * largest - 1);
  }
  return sum;
}

/** Each of k common members adds 1 / (|A| + |B| - 1), and k / (|A| + |B| - 1) <= k / (|A| + |B| - k). */
function lowerBound(shared: readonly (readonly number[])[], sizes: readonly number[]): number {
  let sum = 0;
  for (const list of shared) {
    for (let a = 0; a < list.length; a++) {
      const size = sizes[list[a]!]! - 1;
      for (let b = a + 1; b < list.length; b++) sum += 1 / (size + sizes[list[b]!]!);
    }
  }
  return sum;
}

/** One set at a time against all later ones, so that memory stays linear. */
function sumJaccard(shared: readonly (readonly number[])[], sizes: readonly number[]): number {
  const listsOf: (readonly number[])[][] = sizes.map(() => []);
  for (const list of shared) for (const i of list) listsOf[i]!.push(list);
  const common = new Int32Array(sizes.length);
  const occurrences = new Map<number, number>();
  for (let a = 0; a < sizes.length; a++) {
    const touched: number[] = [];
    for (const list of listsOf[a]!) {
      for (let k = list.length - 1; k >= 0 && list[k]! > a; k--) if (common[list[k]!]!++ === 0) touched.push(list[k]!);
    }
    for (const b of touched) {
      const jaccard = common[b]! / (sizes[a]! + sizes[b]! - common[b]!);
      occurrences.set(jaccard, (occurrences.get(jaccard) ?? 0) + 1);
      common[b] = 0;
    }
  }
  let sum = 0;
  for (const [jaccard, times] of [...occurrences].sort((a, b) => a[0] - b[0])) sum += jaccard * times;
  return sum;
}
