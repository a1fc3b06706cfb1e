import { type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { UnionFind } from '../../structures/index.js';
import { atLeast } from '../at-least.js';
import { type Conduits } from '../convergence/conduits.js';
import { reachOf } from '../convergence/reach.js';
import { type ScoreParameters } from '../score-parameters.js';

/** What decides whether the money of leads meets. */
export interface MeetingOptions {
  readonly conduits: Conduits;
  /** Nodes that are no place where money meets: hubs, and whom the user vouches for. */
  readonly setAside: ReadonlySet<Account>;
  readonly parameters: Pick<ScoreParameters, 'jointReceiverPayers' | 'meetingSteps'>;
}

/**
 * Leads whose money meets, as groups of their positions in `leads`. Two are joined if an account of either passes most of its
 * exceptional money on (`mostShare` of it) to the same place, or if that place is an account of the other lead: within
 * `meetingSteps` payments, through conduits, whoever these are. An account that many pay is no place. Without this a network comes
 * apart into several leads, where several accounts lie between collectors and controller and some of them may not be listed.
 *
 * Not claimed: that two leads that stay apart are two networks. O(accounts of leads), each with up to 1,000 ways ({@link reachOf}).
 */
export function meetingLeads(
  { relations: { inStarts }, parameters: { mostShare } }: FlowFeatures,
  leads: readonly (readonly Account[])[],
  { conduits, setAside, parameters: { jointReceiverPayers, meetingSteps } }: MeetingOptions,
): number[][] {
  const sets = new UnionFind(leads.length);
  const firstAt = new Map<number, number>();
  leads.forEach((members, lead) => {
    for (const member of members) firstAt.set(member, lead);
  });
  leads.forEach((members, lead) => {
    for (const member of members) {
      for (const { to, part } of reachOf(member, conduits, { steps: meetingSteps, carries: () => true })) {
        const payers = inStarts[to + 1]! - inStarts[to]!;
        if (!atLeast(part, mostShare) || payers > jointReceiverPayers || setAside.has(to)) continue;
        const before = firstAt.get(to);
        if (before === undefined) firstAt.set(to, lead);
        else sets.union(before, lead);
      }
    }
  });
  return sets.groups();
}
