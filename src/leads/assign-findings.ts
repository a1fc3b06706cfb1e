import { type Finding } from '../evidence/index.js';
import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { least } from '../structures/index.js';

/**
 * Each finding belongs to the group that has most of its subjects; of several, to the largest, then to the one that was
 * paid first. How accounts are called has no say. Findings about nobody in a group are in no entry.
 */
export function assignFindings(
  graph: TemporalGraph,
  findings: readonly Finding[],
  groups: readonly (readonly Account[])[],
): ReadonlyMap<Finding, number> {
  const groupOf = new Map(groups.flatMap((members, index) => members.map((member) => [member, index] as const)));
  const firstPaid = groups.map((members) => least(members.map((member) => rowsOf(graph.in, member)[0] ?? Infinity)));
  const assigned = new Map<Finding, number>();
  for (const finding of findings) {
    const votes = new Map<number, number>();
    for (const subject of finding.subjects) {
      const group = groupOf.get(subject);
      if (group !== undefined) votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    const [winner] = [...votes].sort(
      ([a, forA], [b, forB]) => forB - forA || groups[b]!.length - groups[a]!.length || firstPaid[a]! - firstPaid[b]!,
    );
    if (winner !== undefined) assigned.set(finding, winner[0]);
  }
  return assigned;
}
