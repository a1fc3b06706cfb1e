import { type Account } from '../../foundation/index.js';
import { type Feeder, type FeedingInterval } from './collector-intervals.js';

/** Nodes that feed the same targets in every window that starts in the stretch, both ends inclusive. */
export interface FeederGroup {
  readonly targets: readonly Account[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly feeders: readonly Feeder[];
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
    if (together.length >= least) for (const one of sweep(targets, together, least)) groups.push(one);
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
    const fromMs = starts[start]!.fromMs;
    while (ends[end]!.toMs < fromMs) active.delete(ends[end++]!);
    while (start < starts.length && starts[start]!.fromMs === fromMs) active.add(starts[start++]!);
    const toMs = ends[end]!.toMs;
    const grows = start < starts.length && starts[start]!.fromMs <= toMs;
    if (grows || active.size < least) continue;
    const feeders = distinctAccounts(active);
    if (feeders.length >= least) groups.push({ targets, fromMs, toMs, feeders });
  }
  return groups;
}

/** One lane per account, ascending: the one in the currency with the lowest index. */
function distinctAccounts(active: ReadonlySet<FeedingInterval>): Feeder[] {
  const byAccount = new Map<Account, Feeder>();
  for (const { feeder } of active) {
    const known = byAccount.get(feeder.account);
    if (known === undefined || feeder.currency < known.currency) byAccount.set(feeder.account, feeder);
  }
  return [...byAccount.values()].sort((left, right) => left.account - right.account);
}
