import { type FlowFeatures } from '../../../src/features/index.js';

/** A receiver with the gatherers that feed it and the conduits between, each ascending. */
export interface PlainMeeting {
  readonly receiver: number;
  readonly feeders: readonly number[];
  readonly between: readonly number[];
}

export interface PlainGroup {
  readonly meetings: readonly PlainMeeting[];
  readonly members: readonly number[];
}

/** Shares that decide, compared with room for rounding. */
const reaches = (value: number, least: number): boolean => value > least - 1e-9;
const ascending = (items: Iterable<number>): number[] => [...new Set(items)].sort((a, b) => a - b);

/**
 * Groups of a handful of accounts, everything computed anew in every round from the definition: all ways from every gatherer,
 * all receivers, all shares. `aside`: receivers that do not count.
 */
export function plainGroups(features: FlowFeatures, aside: ReadonlySet<number> = new Set()): PlainGroup[] {
  const accounts = Array.from({ length: features.graph.accountCount }, (_, account) => account);
  const edges = Array.from({ length: features.relations.count }, (_, at) => ({
    from: features.relations.payer[at]!,
    to: features.relations.beneficiary[at]!,
    total: features.relations.total[at]!,
    carried: features.marked.carried[at]!,
    isTagged: features.exceptional.exceptional[at] === 1,
  }));
  const { markedIn, markedOut, totalIn, standingIn } = features.marked;
  const into = (account: number): typeof edges => edges.filter(({ to }) => to === account);
  const taggedInto = (account: number): number => into(account).filter(({ isTagged }) => isTagged).length;
  const isConduit = (v: number): boolean =>
    markedIn[v]! > 0 &&
    reaches(Math.min(1, markedIn[v]! / (totalIn[v]! - standingIn[v]!)), 0.5) &&
    reaches(markedOut[v]! / markedIn[v]!, 0.5);
  const isGatherer = (v: number): boolean => isConduit(v) && taggedInto(v) >= 2;
  const active = accounts.filter((v) => edges.some(({ from, to }) => from === v || to === v)).length;

  const dropped = new Set(aside);
  const closed = new Set<number>();
  let standing = accounts.filter(isGatherer);

  const waysFrom = (way: readonly number[]): number[][] => {
    const last = way[way.length - 1]!;
    const mayCarry = way.length === 1 || (isConduit(last) && !isGatherer(last) && !closed.has(last));
    if (!mayCarry || way.length > 3) return [];
    const next = edges.filter(
      ({ from, to, carried }) =>
        from === last && !way.includes(to) && carried > 0 && reaches(carried / markedIn[last]!, 0.1),
    );
    return next.flatMap(({ to }) => [[...way, to], ...waysFrom([...way, to])]);
  };
  const partOf = (way: readonly number[]): number =>
    way.slice(1).reduce((part, to, at) => {
      const edge = edges.find((other) => other.from === way[at] && other.to === to)!;
      return (part * edge.carried) / markedOut[way[at]!]!;
    }, 1);
  const waysTo = (gatherer: number, receiver: number): number[][] =>
    waysFrom([gatherer]).filter((way) => way[way.length - 1] === receiver);
  const up = (gatherer: number, receiver: number): number =>
    waysTo(gatherer, receiver).reduce((sum, way) => sum + partOf(way), 0);
  const feedersOf = (receiver: number): number[] => standing.filter((g) => waysTo(g, receiver).length > 0);

  for (;;) {
    for (let before = -1; before !== standing.length;) {
      before = standing.length;
      const receivers = accounts.filter((z) => !dropped.has(z) && feedersOf(z).length >= 2);
      standing = standing.filter((g) =>
        reaches(
          receivers.reduce((sum, z) => sum + up(g, z), 0),
          0.5,
        ),
      );
    }
    const meetings = accounts
      .filter((z) => !dropped.has(z) && feedersOf(z).length >= 2)
      .map((receiver) => {
        const feeders = feedersOf(receiver);
        const between = ascending(feeders.flatMap((g) => waysTo(g, receiver).flatMap((way) => way.slice(1, -1))));
        return { receiver, feeders, between };
      });
    const groups = closureOfSharing(meetings);
    const isClosed = (account: number, members: readonly number[]): boolean => {
      const own = taggedInto(account);
      const all = into(account);
      const surprise = bernoulli(own, all.length, features.exceptional.share);
      const counts = isGatherer(account) && surprise > Math.log(active);
      const inside = all.filter(({ from, isTagged }) => members.includes(from) || (counts && isTagged));
      const value = inside.reduce((sum, { total }) => sum + total, 0) / totalIn[account]!;
      return reaches(Math.sqrt((value * inside.length) / all.length), 0.5);
    };
    const failing = accounts.filter((account) => {
      const inGroups = groups.filter((group) =>
        group.meetings.some(({ receiver, between }) => receiver === account || between.includes(account)),
      );
      return inGroups.length > 0 && !inGroups.some(({ members }) => isClosed(account, members));
    });
    if (failing.length === 0) return groups;
    for (const account of failing) {
      dropped.add(account);
      closed.add(account);
    }
  }
}

/** Meetings joined until no two groups share a gatherer. */
function closureOfSharing(meetings: readonly PlainMeeting[]): PlainGroup[] {
  let groups = meetings.map((meeting) => [meeting]);
  for (;;) {
    const pair = groups.flatMap((a, i) =>
      groups
        .slice(i + 1)
        .flatMap((b) => (a.some((m) => b.some((n) => n.feeders.some((g) => m.feeders.includes(g)))) ? [[a, b]] : [])),
    )[0];
    if (pair === undefined) break;
    groups = [...groups.filter((group) => !pair.includes(group)), pair.flat()];
  }
  return groups
    .map((group) => group.sort((a, b) => a.receiver - b.receiver))
    .sort((a, b) => a[0]!.receiver - b[0]!.receiver)
    .map((group) => ({
      meetings: group,
      members: ascending(group.flatMap(({ receiver, feeders, between }) => [receiver, ...feeders, ...between])),
    }));
}

/** n KL(k / n || share), 0 at or below the share. */
function bernoulli(k: number, n: number, share: number): number {
  if (n === 0 || k / n <= share || share === 0) return 0;
  const missed = k === n ? 0 : (n - k) * Math.log((n - k) / n / (1 - share));
  return k * Math.log(k / n / share) + missed;
}
