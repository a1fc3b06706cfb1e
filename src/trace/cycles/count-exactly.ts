import { type RootSubgraph } from './root-subgraph.kernel.js';

/** A node of the path: where its edges are up to, and who arrived when, in how many ways. */
interface Level {
  readonly node: number;
  readonly begin: number;
  next: number;
  readonly arrivals: readonly (readonly [position: number, ways: bigint])[];
}

/** Cycles of one root by length. */
export interface ExactCount {
  /** Undefined if they take more steps than allowed. */
  readonly counts: ReadonlyMap<number, bigint> | undefined;
  readonly visits: number;
}

/**
 * What `walkBundles` counts, for the rare root with more cycles of one length than a double holds: the same walk over
 * bundles of parallel transfers, in BigInt and without known suffixes. Slow where many paths share few transfers.
 * At most `maxVisits` steps.
 */
export function countExactly(sub: RootSubgraph, maxLength: number, maxVisits: number): ExactCount {
  const { starts, head, follow, previousSame, nextSame, entry } = sub;
  const counts = new Map<number, bigint>();
  const onPath = new Set<number>();
  const levels: Level[] = [];
  const open = (node: number, arrivals: Level['arrivals']): void => {
    const begin = arrivals[0]![0];
    levels.push({ node, begin, next: begin, arrivals });
    onPath.add(node);
  };
  open(entry, [[starts[entry]!, 1n]]);
  let visits = 0;
  while (levels.length > 0) {
    const level = levels[levels.length - 1]!;
    const p = level.next++;
    if (p >= starts[level.node + 1]!) {
      levels.pop();
      onPath.delete(level.node);
      continue;
    }
    const to = head[p]!;
    if (previousSame[p]! >= level.begin || onPath.has(to)) continue;
    if (++visits > maxVisits) return { counts: undefined, visits };
    const length = levels.length + 1;
    const arrivals: [number, bigint][] = [];
    let ways = 0n;
    let closed = 0n;
    for (let q = p, i = 0; q !== -1; q = nextSame[q]!) {
      for (; i < level.arrivals.length && level.arrivals[i]![0] <= q; i++) ways += level.arrivals[i]![1];
      closed += ways;
      arrivals.push([follow[q]!, ways]);
    }
    if (to === -1) counts.set(length, (counts.get(length) ?? 0n) + closed);
    else if (length < maxLength) open(to, arrivals);
  }
  return { counts, visits };
}
