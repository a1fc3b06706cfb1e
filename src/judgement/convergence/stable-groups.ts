import { type FlowFeatures } from '../../features/index.js';
import { UnionFind } from '../../structures/index.js';
import { atLeast } from './at-least.js';
import { closureOf } from './closure.js';
import { type Conduits } from './conduits.js';
import { type ConvergenceValues } from './constants.js';
import { type Reached, reachOf } from './reach.js';

/** A receiver at which money of several gatherers meets. */
export interface Meeting {
  readonly receiver: number;
  /** Gatherers whose money reaches it, ascending. */
  readonly feeders: readonly number[];
  /** Conduits that carried it, ascending. */
  readonly between: readonly number[];
}

/** Meetings that share gatherers, directly or through others. */
export interface MeetingGroup {
  /** By receiver, ascending. */
  readonly meetings: readonly Meeting[];
  /** Gatherers, conduits between and receivers. */
  readonly members: ReadonlySet<number>;
}

/** Part of what each gatherer passes on that reaches the receivers still standing. */
type Reaches = ReadonlyMap<number, readonly Reached[]>;

/**
 * Groups around receivers, by dropping until nothing changes:
 *
 * 1. A receiver is reached by at least `gatherers` gatherers that stand.
 * 2. A gatherer stands if at least `reached` of what it passes on reaches receivers that stand. Back to 1 after a drop.
 * 3. Groups: gatherers that share a receiver, with the conduits between. All receivers and conduits between whose closure is
 *    below `closure` are dropped together (a conduit if it is below in every group), carry no more, and all starts again.
 *
 * Nothing returns once dropped, so this ends after at most as many rounds as there are accounts in it. In practice the first
 * pass leaves few gatherers and the rest is cheap. The order of accounts decides nothing.
 *
 * @param setAside receivers that do not count, because they were judged to be something else
 */
export function stableGroups(
  features: FlowFeatures,
  conduits: Conduits,
  { values, setAside }: { readonly values: ConvergenceValues; readonly setAside: ReadonlySet<number> },
): MeetingGroup[] {
  const dropped = new Set(setAside);
  const closed = new Set<number>();
  let standing: readonly number[] = conduits.gatherers;
  for (;;) {
    const options = { steps: values.steps, isClosedTo: (account: number): boolean => closed.has(account) };
    const reaches = new Map(standing.map((gatherer) => [gatherer, reachOf(gatherer, conduits, options)]));
    standing = settle(standing, reaches, dropped, values);
    const groups = unite(standing, reaches, dropped, values);
    const members = groups.map((group) => new Set(group.members));
    const kept = new Set<number>();
    const failed = new Set<number>();
    groups.forEach(({ meetings }, at) => {
      const inside = members[at]!;
      const test = (account: number): void => {
        const { value, payers } = closureOf(account, inside, features, conduits);
        (atLeast(Math.sqrt(value * payers), values.closure) ? kept : failed).add(account);
      };
      new Set(meetings.flatMap(({ receiver, between }) => [receiver, ...between])).forEach(test);
    });
    const dropping = [...failed].filter((account) => !kept.has(account));
    if (dropping.length === 0) return groups;
    for (const account of dropping) {
      dropped.add(account);
      closed.add(account);
    }
  }
}

/** Gatherers that stand after rules 1 and 2. */
function settle(
  gatherers: readonly number[],
  reaches: Reaches,
  dropped: ReadonlySet<number>,
  values: ConvergenceValues,
): readonly number[] {
  let standing = gatherers;
  for (;;) {
    const receivers = receiversOf(standing, reaches, dropped, values);
    const next = standing.filter((gatherer) => {
      const arriving = reaches.get(gatherer)!.filter(({ to }) => receivers.has(to));
      return atLeast(
        arriving.reduce((sum, { part }) => sum + part, 0),
        values.reached,
      );
    });
    if (next.length === standing.length) return standing;
    standing = next;
  }
}

/** Receivers with enough gatherers, and which. */
function receiversOf(
  gatherers: readonly number[],
  reaches: Reaches,
  dropped: ReadonlySet<number>,
  values: ConvergenceValues,
): Map<number, number[]> {
  const feeders = new Map<number, number[]>();
  for (const gatherer of gatherers) {
    for (const { to } of reaches.get(gatherer)!) {
      if (dropped.has(to)) continue;
      const list = feeders.get(to);
      if (list === undefined) feeders.set(to, [gatherer]);
      else list.push(gatherer);
    }
  }
  for (const [receiver, list] of feeders) if (list.length < values.gatherers) feeders.delete(receiver);
  return feeders;
}

function unite(
  gatherers: readonly number[],
  reaches: Reaches,
  dropped: ReadonlySet<number>,
  values: ConvergenceValues,
): MeetingGroup[] {
  const place = new Map(gatherers.map((gatherer, at) => [gatherer, at]));
  const sets = new UnionFind(gatherers.length);
  const receivers = [...receiversOf(gatherers, reaches, dropped, values)].sort(([a], [b]) => a - b);
  for (const [, feeders] of receivers) {
    for (const feeder of feeders) sets.union(place.get(feeders[0]!)!, place.get(feeder)!);
  }
  const groups = new Map<number, { meetings: Meeting[]; members: Set<number> }>();
  for (const [receiver, feeders] of receivers) {
    const between = new Set<number>();
    for (const feeder of feeders) {
      for (const reached of reaches.get(feeder)!) {
        if (reached.to === receiver) for (const account of reached.between) between.add(account);
      }
    }
    const root = sets.find(place.get(feeders[0]!)!);
    const group = groups.get(root) ?? { meetings: [], members: new Set<number>() };
    groups.set(root, group);
    group.meetings.push({ receiver, feeders, between: [...between].sort((a, b) => a - b) });
    for (const account of [receiver, ...feeders, ...between]) group.members.add(account);
  }
  return [...groups.values()];
}
