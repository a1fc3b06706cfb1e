import { walkBundles, type WalkStack } from './bundle-walk.kernel.js';
import { type RootSubgraph } from './root-subgraph.kernel.js';
import { type SuffixCounts } from './suffix-counts.js';

/** Room for cones; a sub-graph that needs more is too wide for counting ahead to pay. */
const MAX_CONE_WORDS = 1 << 20;

/** Unions over one instant before its cones are taken to cover everything. */
const MAX_ROUNDS = 4;

/** How far {@link countSuffixes} goes. */
export interface SuffixLimits {
  /** Steps for the ways of one position; if they do not suffice, the node's earlier positions are not counted either. */
  readonly perPosition: number;
  /** Nodes given up after which all is. */
  readonly failures: number;
}

/**
 * Goes backwards in time through a sub-graph and counts, position by position, the simple ways back to the root, for as
 * long as that is cheap: late in the window little can still happen, while the number of ways that lead there explodes.
 *
 * A position's cone, the nodes its ways can pass, is the union of the cones of what may follow. Edges of one instant
 * depend on each other where ties are allowed: the union is then repeated until it stands still, or else taken to be all.
 *
 * @param before of the whole graph: edges below before[e] may come before e
 * @param counts scratch of at least nodeCount + 3 entries, all zero
 * @returns number of steps
 */
export function countSuffixes(
  sub: RootSubgraph,
  before: Int32Array,
  stack: WalkStack,
  longest: number,
  limits: SuffixLimits,
  counts: Float64Array,
  into: SuffixCounts,
): number {
  const { nodeCount, edgeCount, starts, edge, tail, head, follow, inTime } = sub;
  makeRoom(into, nodeCount, edgeCount);
  const { counted, countsAt, coneAt, coneWords } = into;
  for (let v = 0; v < nodeCount; v++) counted[v] = starts[v + 1]!;
  let visits = 0;
  let failures = 0;
  let countsEnd = 0;
  let conesEnd = 0;
  let seen = 0;
  for (let high = edgeCount - 1, low = high; high >= 0 && failures <= limits.failures; high = low) {
    const instant = before[edge[inTime[high]!]!]!;
    for (; low >= 0 && before[edge[inTime[low]!]!] === instant; low--) seen = Math.max(seen, head[inTime[low]!]! + 1);
    visits += high - low;
    const words = (seen + 31) >> 5;
    if (conesEnd + words * (high - low) > MAX_CONE_WORDS) break;
    reserveCones(high, low, words);
    let rounds = 0;
    while (spreadCones(high, low)) if (++rounds === MAX_ROUNDS) coverAll(high, low);
    for (let i = high; i > low; i--) countPosition(inTime[i]!);
  }
  return visits;

  function reserveCones(high: number, low: number, words: number): void {
    const end = conesEnd + words * (high - low);
    if (end > into.cones.length)
      into.cones = lengthened(into.cones, new Int32Array(Math.max(end, into.cones.length * 2)));
    into.cones.fill(0, conesEnd, end);
    for (let i = high; i > low; i--) {
      coneAt[inTime[i]!] = conesEnd;
      coneWords[inTime[i]!] = words;
      conesEnd += words;
    }
  }

  /** One round of unions over an instant; true if there must be another. */
  function spreadCones(high: number, low: number): boolean {
    let grown = false;
    for (let i = high; i > low; i--) {
      const p = inTime[i]!;
      const to = head[p]!;
      if (to >= 0) {
        into.cones[coneAt[p]! + (to >> 5)]! |= 1 << (to & 31);
        if (unite(p, follow[p]!)) grown = true;
      }
      if (p + 1 < starts[tail[p]! + 1]! && unite(p, p + 1)) grown = true;
    }
    const edgeAt = edge[inTime[high]!]!;
    return grown && high - low > 1 && before[edgeAt]! > edgeAt;
  }

  /** Lets the positions of an instant lead anywhere: more than they do, so that counts are used too rarely, not wrongly. */
  function coverAll(high: number, low: number): void {
    const at = coneAt[inTime[high]!]!;
    into.cones.fill(-1, at, at + coneWords[inTime[high]!]! * (high - low));
  }

  /** Adds the cone of one position to another's; true if that added anything. */
  function unite(target: number, source: number): boolean {
    const { cones } = into;
    const to = coneAt[target]!;
    const from = coneAt[source]!;
    let added = 0;
    for (let w = coneWords[source]! - 1; w >= 0; w--) {
      const bits = cones[from + w]! & ~cones[to + w]!;
      cones[to + w]! |= bits;
      added |= bits;
    }
    return added !== 0;
  }

  function countPosition(p: number): void {
    const owner = tail[p]!;
    const end = starts[owner + 1]!;
    // A gap: a later position was given up.
    if (counted[owner] !== p + 1) return;
    const to = head[p]!;
    if (to === -1) counts[1] = 1;
    else {
      stack.path[owner >> 5]! |= 1 << (owner & 31);
      const steps = walkBundles(sub, into, stack, to, follow[p]!, 1, longest, limits.perPosition, counts);
      stack.path[owner >> 5]! &= ~(1 << (owner & 31));
      visits += steps;
      if (steps > limits.perPosition) {
        counts.fill(0, 0, seen + 3);
        failures++;
        return;
      }
    }
    let most = Math.min(seen + 2, longest);
    while (most > 0 && counts[most] === 0) most--;
    const later = p + 1 < end ? into.longest[p + 1]! : 0;
    if (later > most) most = later;
    if (countsEnd + most > into.counts.length) {
      into.counts = lengthened(into.counts, new Float64Array(into.counts.length * 2 + most));
    }
    const at = later === 0 ? 0 : countsAt[p + 1]!;
    for (let k = 0; k < most; k++) {
      into.counts[countsEnd + k] = counts[k + 1]! + (k < later ? into.counts[at + k]! : 0);
      counts[k + 1] = 0;
    }
    countsAt[p] = countsEnd;
    into.longest[p] = most;
    counted[owner] = p;
    countsEnd += most;
  }
}

/** Room for this many nodes and positions. */
function makeRoom(into: SuffixCounts, nodes: number, positions: number): void {
  if (into.counted.length < nodes) into.counted = new Int32Array(nodes * 2);
  if (into.coneAt.length >= positions) return;
  const room = positions * 2;
  into.countsAt = new Int32Array(room);
  into.longest = new Int32Array(room);
  into.coneAt = new Int32Array(room);
  into.coneWords = new Int32Array(room);
}

function lengthened<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
