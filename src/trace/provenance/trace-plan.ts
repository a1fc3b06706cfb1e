import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { accountLanes, type AccountLanes } from './account-lanes.js';
import { type Contact, contactOf } from './contact.js';
import { type ResolvedClaim, resolveClaim } from './resolved-claim.js';
import { type TraceClaim, type TraceSettings } from './trace-options.js';
import { type TracingRule } from '../holdings/tracing-rules.js';

/** What a run goes through: one claim, one order of transfers, for any rule. */
export interface TracePlan {
  readonly graph: TemporalGraph;
  readonly lanes: AccountLanes;
  /** Rows in booked order. */
  readonly order: Int32Array;
  readonly claim: ResolvedClaim;
  readonly contact: Contact;
  readonly settings: TraceSettings;
}

/** A plan, and the same with the transfers of each instant in the opposite order if that can change anything. */
export interface TracePlans {
  readonly plan: TracePlan;
  readonly reversed: TracePlan | undefined;
}

/** Plans a claim for some rules. @throws UsageError `trace-claim`, `asserted-link` */
export function planTrace(
  graph: TemporalGraph,
  claim: TraceClaim,
  settings: TraceSettings,
  rules: readonly TracingRule[],
): TracePlans {
  const lanes = accountLanes(graph);
  const planIn = (order: Int32Array): TracePlan => {
    const resolved = resolveClaim(graph, lanes, order, claim, settings);
    const contact = contactOf(graph, lanes, order, resolved, settings);
    return { graph, lanes, order, claim: resolved, contact, settings };
  };
  const plan = planIn(bookingOrder(graph));
  if (!settings.checkTies) return { plan, reversed: undefined };
  const other = bookingOrder(graph, { reversed: true });
  return { plan, reversed: ordersDiffer(plan, other, rules.some(looksAtBirth)) ? planIn(other) : undefined };
}

/**
 * Lanes whose lots a rule needs, 1 = yes: those that claimed value can have reached, for what leaves any other lane is
 * unclaimed. Rules that ask when money was first seen need them all.
 */
export function followedLanes({ lanes, contact }: TracePlan, rule: TracingRule): Uint8Array {
  if (looksAtBirth(rule)) return new Uint8Array(lanes.count).fill(1);
  return Uint8Array.from(contact.laneHops, (hops) => (hops > 0 ? 1 : 0));
}

/** Whether a rule asks when money was first seen, and so looks at all accounts. */
export function looksAtBirth(rule: TracingRule): boolean {
  return rule === 'least-recently-born' || rule === 'most-recently-born';
}

/** Whether some lane that claimed value can reach (or any lane) sees its transfers in another order. */
function ordersDiffer({ lanes, order, contact }: TracePlan, other: Int32Array, anyLane: boolean): boolean {
  const place = new Int32Array(other.length);
  other.forEach((row, at) => (place[row] = at));
  const latest = new Int32Array(lanes.count).fill(-1);
  for (const row of order) {
    if (lanes.from[row]! < 0) continue;
    for (const lane of [lanes.from[row]!, lanes.to[row]!]) {
      const matters = anyLane || contact.laneHops[lane]! > 0;
      if (matters && place[row]! < latest[lane]!) return true;
      latest[lane] = place[row]!;
    }
  }
  return false;
}
