import { type Account, DAY_MS } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { UnionFind } from '../../structures/index.js';

/** Direct payments this long before a window link two senders [choice]. */
const LINK_DAYS = 180;

/**
 * Number of families among senders: senders that paid each other directly in the 180 days before `startMs` count as
 * one. Households and shared identifiers are not in the ledger, so unlinked relatives count apart. Stops as soon as fewer
 * than `least` are left: the answer is then only known to be below it. O(their transfers).
 */
export function countFamilies(graph: TemporalGraph, senders: readonly Account[], startMs: number, least = 0): number {
  return joinFamilies(graph, senders, { startMs, least }).count;
}

/** The same with who belongs to which: the family of a sender is named by the position of its first member. */
export function familiesOf(graph: TemporalGraph, senders: readonly Account[], startMs: number): Map<Account, number> {
  const { families } = joinFamilies(graph, senders, { startMs, least: 0 });
  return new Map(senders.map((sender, i) => [sender, families.find(i)]));
}

function joinFamilies(
  graph: TemporalGraph,
  senders: readonly Account[],
  { startMs, least }: { readonly startMs: number; readonly least: number },
): { readonly families: UnionFind; readonly count: number } {
  const { starts, rows } = graph.out;
  const { timeMs } = graph.ledger.columns;
  const families = new UnionFind(senders.length);
  const placeOf = placesOf(graph);
  for (let i = 0; i < senders.length; i++) placeOf[senders[i]!] = i + 1;
  let count = senders.length;
  for (let i = 0; i < senders.length && count >= least; i++) {
    const sender = senders[i]!;
    for (let p = starts[sender]!; p < starts[sender + 1]!; p++) {
      const row = rows[p]!;
      if (timeMs[row]! >= startMs) break;
      const other = placeOf[graph.beneficiary[row]!]! - 1;
      if (other < 0 || other === i || startMs - timeMs[row]! > LINK_DAYS * DAY_MS) continue;
      if (families.union(i, other)) count--;
    }
  }
  for (const sender of senders) placeOf[sender] = 0;
  return { families, count };
}

/** Places of senders plus 1, by account; zeros between calls. One for each graph: most lists of senders are short, and asked for often. */
const knownPlaces = new WeakMap<TemporalGraph, Int32Array>();

function placesOf(graph: TemporalGraph): Int32Array {
  const known = knownPlaces.get(graph) ?? new Int32Array(graph.accountCount);
  knownPlaces.set(graph, known);
  return known;
}
