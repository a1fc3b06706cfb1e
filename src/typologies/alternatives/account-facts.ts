import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type FifoLane, matchPassThrough } from '../../trace/index.js';
import { type AccountFlows, accountFlows, byOther, type Flow } from './account-flows.js';
import { type AlternativeParameters } from './alternative-parameters.js';
import { paysMonthly } from './regular-payments.js';

/** What facts are worked out from; see AlternativeView. */
export interface FactSource {
  readonly graph: TemporalGraph;
  readonly currency: number;
  readonly parameters: AlternativeParameters;
  flows(account: Account): AccountFlows;
  debitsByOther(account: Account): ReadonlyMap<Account, readonly Flow[]>;
  isPublic(account: Account): boolean;
}

// Facts that several alternatives need; see AlternativeView.recall. One function each, as the function is the key.

export function flowsOfAccount(account: Account, { graph, currency }: FactSource): AccountFlows {
  return accountFlows(graph, account, currency);
}

export function groupedCredits(account: Account, view: FactSource): ReadonlyMap<Account, readonly Flow[]> {
  return byOther(view.flows(account).credits);
}

export function groupedDebits(account: Account, view: FactSource): ReadonlyMap<Account, readonly Flow[]> {
  return byOther(view.flows(account).debits);
}

/** First in, first out through the account; undefined if nothing moves in this currency. */
export function laneOfAccount(account: Account, { graph, currency }: FactSource): FifoLane | undefined {
  return matchPassThrough(graph, account, { currency })[0];
}

/** See AlternativeView.everydayRows. */
export function everydayRowsOf(account: Account, view: FactSource): ReadonlySet<Row> {
  const rows = new Set<Row>();
  for (const [payee, flows] of view.debitsByOther(account)) {
    const isPublic = view.isPublic(payee);
    const monthly = paysMonthly(flows, view.parameters.everydayTolerance, view.parameters);
    for (const { row, channel } of flows) {
      const byHand = channel === 'cash' || channel === 'p2p';
      const everyday = channel === 'card' || (isPublic && !byHand) || (monthly && channel !== 'cash');
      if (everyday && channel !== 'crypto') rows.add(row);
    }
  }
  return rows;
}
