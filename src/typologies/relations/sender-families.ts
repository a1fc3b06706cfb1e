import { type Account, DAY_MS } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
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
  const position = new Map(senders.map((sender, i) => [sender, i]));
  const families = new UnionFind(senders.length);
  const { timeMs } = graph.ledger.columns;
  let count = senders.length;
  for (const [i, sender] of senders.entries()) {
    if (count < least) break;
    for (const row of rowsOf(graph.out, sender)) {
      if (timeMs[row]! >= startMs) break;
      const other = position.get(graph.beneficiary[row]!);
      if (other === undefined || other === i || startMs - timeMs[row]! > LINK_DAYS * DAY_MS) continue;
      if (families.union(i, other)) count--;
    }
  }
  return { families, count };
}
