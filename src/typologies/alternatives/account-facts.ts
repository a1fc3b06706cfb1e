import { type Account, HOUR_MS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { matchLanes, type PassThroughSettings } from '../../trace/index.js';
import { type AccountFlows, accountFlows, type FlowSources } from './account-flows.js';
import { type AlternativeParameters } from './alternative-parameters.js';
import { type CreditUses, type UseMatcher, usesOfLane } from './credit-uses.js';
import { FlowGroups } from './flow-groups.js';
import { paysMonthly } from './regular-payments.js';

/** What facts are worked out from; see AlternativeView. */
export interface FactSource {
  readonly graph: TemporalGraph;
  readonly currency: number;
  readonly parameters: AlternativeParameters;
  readonly sources: FlowSources;
  /** How lanes of this currency are matched, in memory that is used again. */
  readonly matching: PassThroughSettings;
  readonly matcher: UseMatcher;
  flows(account: Account): AccountFlows;
  debitsByOther(account: Account): FlowGroups;
  everydayRows(account: Account): ReadonlySet<Row>;
  isPublic(account: Account): boolean;
}

// Facts that several alternatives need; see AlternativeView.recall. One function each, as the function is the key.

export function flowsOfAccount(account: Account, { sources, currency }: FactSource): AccountFlows {
  return accountFlows(sources, account, currency);
}

export function groupedCredits(account: Account, view: FactSource): FlowGroups {
  return new FlowGroups(view.flows(account).credits);
}

export function groupedDebits(account: Account, view: FactSource): FlowGroups {
  return new FlowGroups(view.flows(account).debits);
}

/** First in, first out through the account; undefined if nothing comes in in this currency. */
export function usesOfAccount(account: Account, view: FactSource): CreditUses | undefined {
  const flows = view.flows(account);
  if (flows.credits.length === 0) return undefined;
  const rule = { everydayRows: view.everydayRows(account), fastMs: view.parameters.fastHours * HOUR_MS };
  const uses = view.matcher.match(flows, rule);
  if (uses !== undefined) return uses;
  const [lane] = matchLanes(view.graph, account, view.matching);
  return lane === undefined ? undefined : usesOfLane(lane, flows.credits, rule);
}

/** See AlternativeView.everydayRows. */
export function everydayRowsOf(account: Account, view: FactSource): ReadonlySet<Row> {
  const rows = new Set<Row>();
  const debits = view.debitsByOther(account);
  debits.others.forEach((payee, group) => {
    const flows = debits.flows(group);
    const isPublic = view.isPublic(payee);
    const monthly = paysMonthly(flows, view.parameters.everydayTolerance, view.parameters);
    for (let at = 0; at < flows.length; at++) {
      const channel = flows.channel(at);
      const byHand = channel === 'cash' || channel === 'p2p';
      const everyday = channel === 'card' || (isPublic && !byHand) || (monthly && channel !== 'cash');
      if (everyday && channel !== 'crypto') rows.add(flows.row(at));
    }
  });
  return rows;
}
