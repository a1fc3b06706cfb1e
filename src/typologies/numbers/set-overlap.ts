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
  /** Sizes of the sets, where members are missing that no two of them share. Default: that of each set as it is given. */
  readonly sizes?: readonly number[] | undefined;
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
  const ownSizes = sets.map((set) => set.length);
  const shared = held === undefined ? sharedMembers(sets) : sharedAmongHeld(sets, ownSizes, held, options.leftOut);
  const sizes = options.sizes ?? ownSizes;
  let combinations = 0;
  for (let m = 0; m < shared.members; m++) combinations += pairsOf(shared.starts[m + 1]! - shared.starts[m]!);
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

/** Members of two or more sets, in the order in which the sets name them, and the positions of these sets. */
interface SharedMembers {
  readonly members: number;
  /** Length members + 1 at least; member m is held by `holders` at starts[m] .. starts[m + 1] - 1, ascending. */
  readonly starts: Int32Array;
  readonly holders: Int32Array;
}

/** Numbers the members in a map of their own. */
function sharedMembers(sets: readonly ArrayLike<number>[]): SharedMembers {
  const numberOf = new Map<number, number>();
  const numbered = sets.map((set) => {
    const own = new Int32Array(set.length);
    for (let m = 0; m < set.length; m++) {
      const known = numberOf.get(set[m]!) ?? numberOf.size;
      numberOf.set(set[m]!, known);
      own[m] = known;
    }
    return own;
  });
  const sizes = sets.map((set) => set.length);
  return sharedAmongHeld(numbered, sizes, new Int32Array(numberOf.size), undefined);
}

/** Counts in `held`; takes members that are left out off the sizes. Most members are in one set only. */
function sharedAmongHeld(
  sets: readonly ArrayLike<number>[],
  sizes: number[],
  held: Int32Array,
  leftOut: Uint8Array | undefined,
): SharedMembers {
  let members = 0;
  let places = 0;
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]!;
    let size = set.length;
    for (let m = 0; m < set.length; m++) {
      const member = set[m]!;
      if (leftOut !== undefined && leftOut[member] === 1) {
        size--;
        continue;
      }
      const count = ++held[member]!;
      if (count === 1) continue;
      if (count === 2) members++;
      places += count === 2 ? 2 : 1;
    }
    sizes[i] = size;
  }
  // A member of several sets gets a stretch, and from then on its number in place of the count: -1 is the first.
  const starts = new Int32Array(members + 1);
  const next = new Int32Array(members);
  const holders = new Int32Array(places);
  let seen = 0;
  for (let i = 0; i < sets.length && members > 0; i++) {
    const set = sets[i]!;
    for (let m = 0; m < set.length; m++) {
      const count = held[set[m]!]!;
      if (count > 1) {
        starts[seen + 1] = starts[seen]! + count;
        next[seen] = starts[seen]!;
        held[set[m]!] = -++seen;
        holders[next[seen - 1]!++] = i;
      } else if (count < 0) holders[next[-1 - count]!++] = i;
    }
  }
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]!;
    for (let m = 0; m < set.length; m++) held[set[m]!] = 0;
  }
  return { members, starts, holders };
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** {@link lowerBound} with the size of the largest set that holds a member for all that do. O(total size). */
function roughLowerBound({ members, starts, holders }: SharedMembers, sizes: readonly number[]): number {
  let sum = 0;
  for (let m = 0; m < members; m++) {
    let largest = 0;
    for (let i = starts[m]!; i < starts[m + 1]!; i++) if (sizes[holders[i]!]! > largest) largest = sizes[holders[i]!]!;
    sum += pairsOf(starts[m + 1]! - starts[m]!) / (2 * largest - 1);
  }
  return sum;
}

/** Each of k common members adds 1 / (|A| + |B| - 1), and k / (|A| + |B| - 1) <= k / (|A| + |B| - k). */
function lowerBound({ members, starts, holders }: SharedMembers, sizes: readonly number[]): number {
  let sum = 0;
  for (let m = 0; m < members; m++) {
    const end = starts[m + 1]!;
    for (let a = starts[m]!; a < end; a++) {
      const size = sizes[holders[a]!]! - 1;
      for (let b = a + 1; b < end; b++) sum += 1 / (size + sizes[holders[b]!]!);
    }
  }
  return sum;
}

/** One set at a time against all later ones, so that memory stays linear. */
function sumJaccard({ members, starts, holders }: SharedMembers, sizes: readonly number[]): number {
  // Shared members by set, each as its position among the holders of that member: later holders follow.
  const firstOf = new Int32Array(sizes.length + 1);
  for (let i = 0; i < starts[members]!; i++) firstOf[holders[i]! + 1]!++;
  for (let set = 0; set < sizes.length; set++) firstOf[set + 1]! += firstOf[set]!;
  const [places, ends] = [new Int32Array(starts[members]!), new Int32Array(starts[members]!)];
  const next = firstOf.slice();
  for (let m = 0; m < members; m++) {
    for (let i = starts[m]!; i < starts[m + 1]!; i++) {
      const at = next[holders[i]!]!++;
      places[at] = i;
      ends[at] = starts[m + 1]!;
    }
  }
  const common = new Int32Array(sizes.length);
  const touched = new Int32Array(sizes.length);
  const occurrences = new Map<number, number>();
  for (let a = 0; a < sizes.length; a++) {
    let others = 0;
    for (let p = firstOf[a]!; p < firstOf[a + 1]!; p++) {
      for (let i = places[p]! + 1; i < ends[p]!; i++) if (common[holders[i]!]!++ === 0) touched[others++] = holders[i]!;
    }
    for (let t = 0; t < others; t++) {
      const b = touched[t]!;
      const jaccard = common[b]! / (sizes[a]! + sizes[b]! - common[b]!);
      occurrences.set(jaccard, (occurrences.get(jaccard) ?? 0) + 1);
      common[b] = 0;
    }
  }
  let sum = 0;
  for (const [jaccard, times] of [...occurrences].sort((a, b) => a[0] - b[0])) sum += jaccard * times;
  return sum;
}
