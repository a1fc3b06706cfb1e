import { type Account } from '../foundation/index.js';
import { type FeedingInterval } from './collector-intervals.js';
import { type LanePassage } from './lane-passage.js';

/** Nodes that feed the same targets in one window. */
export interface FeederGroup {
  readonly targets: readonly Account[];
  /** Start of the window. */
  readonly startMs: number;
  readonly feeders: readonly LanePassage[];
}

/**
 * Largest groups of nodes that feed the same target, or the same two targets, at one start of a window, with at least
 * `least` nodes: of nested groups only the largest. Targets by first appearance, groups by time.
 */
export function feederGroups(intervals: readonly FeedingInterval[], least: number): FeederGroup[] {
  const byTargets = new Map<string, FeedingInterval[]>();
  for (const interval of intervals) {
    const known = byTargets.get(interval.targets.join());
    if (known === undefined) byTargets.set(interval.targets.join(), [interval]);
    else known.push(interval);
  }
  const groups: FeederGroup[] = [];
  for (const own of byTargets.values()) {
    const targets = own[0]!.targets;
    // Whoever pays nearly all to one of the two also pays it to the two.
    const alone = targets.length === 1 ? [] : targets.flatMap((target) => byTargets.get(String(target)) ?? []);
    const together = [...own, ...alone];
    if (together.length >= least) groups.push(...sweep(targets, together, least));
  }
  return groups;
}

function sweep(targets: readonly Account[], intervals: readonly FeedingInterval[], least: number): FeederGroup[] {
  const starts = [...intervals].sort((left, right) => left.fromMs - right.fromMs);
  const ends = [...intervals].sort((left, right) => left.toMs - right.toMs);
  const active = new Set<FeedingInterval>();
  const groups: FeederGroup[] = [];
  let start = 0;
  let end = 0;
  while (start < starts.length) {
    const startMs = starts[start]!.fromMs;
    while (ends[end]!.toMs < startMs) active.delete(ends[end++]!);
    while (start < starts.length && starts[start]!.fromMs === startMs) active.add(starts[start++]!);
    const grows = start < starts.length && starts[start]!.fromMs <= ends[end]!.toMs;
    if (grows || active.size < least) continue;
    const feeders = distinctAccounts(active);
    if (feeders.length < least) continue;
    groups.push({ targets, startMs: Math.min(firstCredit(feeders, startMs), ends[end]!.toMs), feeders });
  }
  return groups;
}

/** The first credit of any of them from `startMs` on: windows are anchored at an event. */
function firstCredit(feeders: readonly LanePassage[], startMs: number): number {
  const firsts = feeders.map(({ lane }) => lane.creditTimeMs.find((timeMs) => timeMs >= startMs) ?? Infinity);
  return Math.min(...firsts);
}

/** One lane per account, ascending: the one in which the account feeds first. */
function distinctAccounts(active: ReadonlySet<FeedingInterval>): LanePassage[] {
  const byAccount = new Map<Account, LanePassage>();
  for (const { passage } of active) {
    const known = byAccount.get(passage.lane.account);
    if (known === undefined || passage.lane.currency < known.lane.currency)
      byAccount.set(passage.lane.account, passage);
  }
  return [...byAccount.values()].sort((left, right) => left.lane.account - right.lane.account);
}
