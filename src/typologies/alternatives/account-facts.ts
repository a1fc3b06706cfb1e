import { type Account, HOUR_MS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { matchLanes, type PassThroughSettings } from '../../trace/index.js';
import { type AccountFlows, accountFlows, byOther, type Flow } from './account-flows.js';
import { type AlternativeParameters } from './alternative-parameters.js';
import { type CreditPieces, type PieceMatcher, piecesOfLane } from './credit-pieces.js';
import { paysMonthly } from './regular-payments.js';

/** What facts are worked out from; see AlternativeView. */
export interface FactSource {
  readonly graph: TemporalGraph;
  readonly currency: number;
  readonly parameters: AlternativeParameters;
  /** How lanes of this currency are matched, in memory that is used again. */
  readonly matching: PassThroughSettings;
  readonly matcher: PieceMatcher;
  flows(account: Account): AccountFlows;
  debitsByOther(account: Account): ReadonlyMap<Account, readonly Flow[]>;
  everydayRows(account: Account): ReadonlySet<Row>;
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

/** First in, first out through the account; undefined if nothing comes in in this currency. */
export function piecesOfAccount(account: Account, view: FactSource): CreditPieces | undefined {
  const flows = view.flows(account);
  if (flows.credits.length === 0) return undefined;
  const rule = { everydayRows: view.everydayRows(account), fastMs: view.parameters.fastHours * HOUR_MS };
  const pieces = view.matcher.match(flows, rule);
  if (pieces !== undefined) return pieces;
  const [lane] = matchLanes(view.graph, account, view.matching);
  return lane === undefined ? undefined : piecesOfLane(lane, rule);
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
