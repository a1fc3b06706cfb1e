import { type Account, type Row } from '../../foundation/index.js';
import { type FifoLane, matchPassThrough } from '../../trace/index.js';
import { type AccountFlows, accountFlows, byOther, type Flow } from './account-flows.js';
import { type AlternativeView } from './alternative-view.js';
import { paysMonthly } from './regular-payments.js';

// Facts that several alternatives need; see AlternativeView.recall. One function each, as the function is the key.

export function flowsOfAccount(account: Account, { graph, currency }: AlternativeView): AccountFlows {
  return accountFlows(graph, account, currency);
}

export function groupedCredits(account: Account, view: AlternativeView): ReadonlyMap<Account, readonly Flow[]> {
  return byOther(view.flows(account).credits);
}

export function groupedDebits(account: Account, view: AlternativeView): ReadonlyMap<Account, readonly Flow[]> {
  return byOther(view.flows(account).debits);
}

/** First in, first out through the account; undefined if nothing moves in this currency. */
export function laneOfAccount(account: Account, { graph, currency }: AlternativeView): FifoLane | undefined {
  return matchPassThrough(graph, account, { currency })[0];
}

/** See {@link AlternativeView.everydayRows}. */
export function everydayRowsOf(account: Account, view: AlternativeView): ReadonlySet<Row> {
  const rows = new Set<Row>();
  for (const [payee, flows] of view.debitsByOther(account)) {
    const isPublic = view.isPublic(payee);
    const monthly = paysMonthly(flows, 0.1);
    for (const { row, channel } of flows) {
      const byHand = channel === 'cash' || channel === 'p2p';
      const everyday = channel === 'card' || (isPublic && !byHand) || (monthly && channel !== 'cash');
      if (everyday && channel !== 'crypto') rows.add(row);
    }
  }
  return rows;
}
