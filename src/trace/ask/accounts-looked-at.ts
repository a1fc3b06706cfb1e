import { type Account } from '../../foundation/index.js';
import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { accountLanes } from '../provenance/account-lanes.js';
import { backwardCone } from '../provenance/backward-cone.js';
import { endingChannels } from '../provenance/resolved-claim.js';
import { type TraceClaim, type TraceOptions, traceSettings } from '../provenance/trace-options.js';
import { planTrace } from '../provenance/trace-plan.js';
import { rowsOfTarget, type TraceTarget } from './trace-backward.js';

/**
 * The accounts of which a trace forward looks at every transfer: those of the claim, and those that claimed value can have come
 * to, in either order of an instant. That is what `poison` reaches, for any rule: the least share of a step bounds what is
 * carried, and not what has to be booked. Rules that ask when money was first seen look at all accounts, and are not meant here.
 * O(transfers).
 */
export function accountsOfTrace(
  graph: TemporalGraph,
  claim: Exclude<TraceClaim, { readonly where: unknown }>,
  limits: Pick<TraceOptions, 'maxHops' | 'maxWaitMs'>,
): Set<Account> {
  const { plan, reversed } = planTrace(graph, claim, traceSettings(limits), []);
  const accounts = new Set<Account>('accounts' in claim ? claim.accounts : []);
  for (const { contact } of reversed === undefined ? [plan] : [plan, reversed]) {
    for (const row of contact.rows) accounts.add(graph.beneficiary[row]!);
  }
  return accounts;
}

/** The same looking back: the accounts asked about, and those whose money can have come to them. O(transfers). */
export function accountsOfOrigins(
  graph: TemporalGraph,
  target: TraceTarget,
  { maxHops = Infinity }: Pick<TraceOptions, 'maxHops'>,
): Set<Account> {
  const lanes = accountLanes(graph);
  const rows = new Set(rowsOfTarget(graph, target));
  const endsTrace = endingChannels(graph, traceSettings({}).endChannels);
  const { followed } = backwardCone(graph, lanes, bookingOrder(graph), rows, endsTrace, maxHops);
  const accounts = new Set<Account>('accounts' in target ? target.accounts : []);
  followed.forEach((isFollowed, lane) => {
    if (isFollowed === 1) accounts.add(lanes.account[lane]!);
  });
  return accounts;
}
