import { type FlowFeatures } from '../../features/index.js';
import { UnionFind } from '../../structures/index.js';
import { atLeast } from './at-least.js';
import { closureOf } from './closure.js';
import { type Conduits } from './conduits.js';
import { type ConvergenceParameters } from './convergence-parameters.js';
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

/**
 * Groups around receivers, by dropping until nothing changes:
 *
 * 1. A receiver is reached by at least `gatherers` gatherers that stand.
 * 2. A gatherer stands if at least `reached` of what it passes on reaches receivers that stand. Back to 1 after a drop.
 * 3. Groups: gatherers that share a receiver, with the conduits between. All receivers and conduits between whose closure is
 *    below `closure` are dropped together (a conduit if it is below in every group), carry no more, and all starts again.
 *
 * Nothing returns once dropped, so this ends. In practice the first pass leaves few gatherers and the rest is cheap. The order
 * of accounts decides nothing.
 */
export class GroupSearch {
  readonly #features: FlowFeatures;
  readonly #conduits: Conduits;
  readonly #values: ConvergenceParameters;
  readonly #dropped = new Set<number>();
  readonly #closed = new Set<number>();
  readonly #reaches = new Map<number, readonly Reached[]>();
  #standing: readonly number[];

  constructor(features: FlowFeatures, conduits: Conduits, values: ConvergenceParameters) {
    this.#features = features;
    this.#conduits = conduits;
    this.#values = values;
    this.#standing = conduits.gatherers;
    for (const gatherer of conduits.gatherers) this.#follow(gatherer);
  }

  /** What each gatherer of the file reaches; those dropped as of when they were. */
  get reaches(): ReadonlyMap<number, readonly Reached[]> {
    return this.#reaches;
  }

  /** Takes receivers out of the search, because they were judged to be something else. They may still carry. */
  drop(receivers: Iterable<number>): void {
    for (const receiver of receivers) this.#dropped.add(receiver);
  }

  /** The groups that stand, given what was dropped. */
  groups(): MeetingGroup[] {
    for (;;) {
      this.#settle();
      const groups = this.#unite();
      const failing = this.#failing(groups);
      if (failing.length === 0) return groups;
      for (const account of failing) {
        this.#dropped.add(account);
        this.#closed.add(account);
      }
      for (const gatherer of this.#standing) {
        const carriers = this.#reaches.get(gatherer)!.flatMap(({ between }) => between);
        if (carriers.some((account) => failing.includes(account))) this.#follow(gatherer);
      }
    }
  }

  #follow(gatherer: number): void {
    const carries = (account: number): boolean => !this.#conduits.isGatherer(account) && !this.#closed.has(account);
    this.#reaches.set(gatherer, reachOf(gatherer, this.#conduits, { steps: this.#values.steps, carries }));
  }

  /** Rules 1 and 2. */
  #settle(): void {
    for (;;) {
      const receivers = this.#receivers();
      const next = this.#standing.filter((gatherer) => {
        const arriving = this.#reaches.get(gatherer)!.filter(({ to }) => receivers.has(to));
        const sum = arriving.reduce((total, { part }) => total + part, 0);
        return atLeast(sum, this.#values.reached);
      });
      if (next.length === this.#standing.length) return;
      this.#standing = next;
    }
  }

  /** Receivers with enough gatherers, and which, both ascending. */
  #receivers(): Map<number, number[]> {
    const feeders = new Map<number, number[]>();
    for (const gatherer of this.#standing) {
      for (const { to } of this.#reaches.get(gatherer)!) {
        if (this.#dropped.has(to)) continue;
        const list = feeders.get(to);
        if (list === undefined) feeders.set(to, [gatherer]);
        else list.push(gatherer);
      }
    }
    const enough = [...feeders].filter(([, list]) => list.length >= this.#values.gatherers);
    return new Map(enough.sort(([a], [b]) => a - b));
  }

  /** Rule 3, first half. */
  #unite(): MeetingGroup[] {
    const receivers = this.#receivers();
    const place = new Map(this.#standing.map((gatherer, at) => [gatherer, at]));
    const sets = new UnionFind(this.#standing.length);
    for (const feeders of receivers.values()) {
      for (const feeder of feeders) sets.union(place.get(feeders[0]!)!, place.get(feeder)!);
    }
    const groups = new Map<number, { meetings: Meeting[]; members: Set<number> }>();
    for (const [receiver, feeders] of receivers) {
      const root = sets.find(place.get(feeders[0]!)!);
      const group = groups.get(root) ?? { meetings: [], members: new Set<number>() };
      groups.set(root, group);
      const ways = feeders.flatMap((feeder) => this.#reaches.get(feeder)!.filter(({ to }) => to === receiver));
      const between = [...new Set(ways.flatMap((way) => way.between))].sort((a, b) => a - b);
      group.meetings.push({ receiver, feeders, between });
      for (const account of [receiver, ...feeders, ...between]) group.members.add(account);
    }
    return [...groups.values()];
  }

  /** Rule 3, second half: receivers and conduits between that live on no group. */
  #failing(groups: readonly MeetingGroup[]): number[] {
    const kept = new Set<number>();
    const failed = new Set<number>();
    for (const { meetings, members } of groups) {
      for (const account of new Set(meetings.flatMap(({ receiver, between }) => [receiver, ...between]))) {
        const { value, payers } = closureOf(account, members, this.#features, this.#conduits);
        (atLeast(Math.sqrt(value * payers), this.#values.closure) ? kept : failed).add(account);
      }
    }
    return [...failed].filter((account) => !kept.has(account));
  }
}
