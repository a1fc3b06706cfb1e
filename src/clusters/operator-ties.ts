import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { REVIEW_LIMITS } from '../roles/index.js';
import { FlowShares } from './flow-shares.js';

/** How closely accounts must be tied, in percent of value [choice]. */
export const TIES = Object.freeze({
  /** A controller takes this much of the outflow of several subjects of one finding; they are this much of its inflow. */
  controlOutflowPercent: 50,
  controlInflowPercent: 30,
  controlledAccounts: 3,
  /** A feeder sends at least this much of what it pays to operators. */
  feederOutflowPercent: 50,
  /** Money is gathered if it comes from so many senders, and from none of them this much of it. */
  gatheredSenders: 4,
  mainSourcePercent: 50,
  /** A receiver is paid this much of their outflow by each of two operators, and gets this much of its inflow so. */
  receiverOutflowPercent: 20,
  receiverInflowPercent: 30,
  /** The same for a receiver that only one operator pays, in at least so many transfers. */
  soleOutflowPercent: 40,
  soleInflowPercent: 50,
  soleTransfers: 3,
});

/** What accounts pay and receive: in all ways, and by transfers alone, which leaves out counters and tills. */
export class AccountTies {
  readonly outflow: FlowShares;
  readonly inflow: FlowShares;
  readonly sent: FlowShares;
  readonly received: FlowShares;

  constructor(graph: TemporalGraph) {
    this.outflow = new FlowShares(graph, 'out');
    this.inflow = new FlowShares(graph, 'in');
    this.sent = new FlowShares(graph, 'out', { ties: 'transfers' });
    this.received = new FlowShares(graph, 'in', { ties: 'transfers' });
  }
}

/** Whether money comes from several senders and mostly from no single one: nobody's wage, pension or family help. */
export function gathersMoney(account: Account, inflow: FlowShares): boolean {
  const senders = [...inflow.partners(account)];
  return (
    senders.length >= TIES.gatheredSenders &&
    !senders.some((sender) => inflow.isWith(account, new Set([sender]), TIES.mainSourcePercent))
  );
}

/** Payments of an account to operators, cash included: what counts against somebody who may merely pay. */
export function depositsInto(account: Account, operators: ReadonlySet<Account>, { outflow }: AccountTies): number {
  let deposits = 0;
  for (const partner of outflow.partners(account)) {
    if (operators.has(partner)) deposits += outflow.transfersWith(account, partner);
  }
  return deposits;
}

/** Whether an account gathers money and sends most of it to operators, oftener than a protected payer pays. */
export function isFeeder(account: Account, operators: ReadonlySet<Account>, ties: AccountTies): boolean {
  return (
    depositsInto(account, operators, ties) > REVIEW_LIMITS.deposits &&
    gathersMoney(account, ties.inflow) &&
    ties.outflow.isWith(account, operators, TIES.feederOutflowPercent)
  );
}

/** Whether two operators, or one of which it mostly lives, transfer a good part of their outflow here. */
export function isReceiver(
  account: Account,
  operators: ReadonlySet<Account>,
  { sent, received }: AccountTies,
): boolean {
  const only = new Set([account]);
  const payers = [...received.partners(account)].filter((payer) => operators.has(payer));
  const paying = (percent: number): Account[] => payers.filter((payer) => sent.isWith(payer, only, percent));
  if (paying(TIES.receiverOutflowPercent).length >= 2) {
    return received.isWith(account, operators, TIES.receiverInflowPercent);
  }
  return (
    received.isWith(account, operators, TIES.soleInflowPercent) &&
    paying(TIES.soleOutflowPercent).some((payer) => received.transfersWith(account, payer) >= TIES.soleTransfers)
  );
}

/** Whether several accounts with a primary indicator, one of them an operator, transfer here most of what they get. */
export function isFedByLayer(
  account: Account,
  operators: ReadonlySet<Account>,
  withPrimary: ReadonlySet<Account>,
  { sent, received }: AccountTies,
): boolean {
  const only = new Set([account]);
  const layer = [...received.partners(account)].filter(
    (payer) => (operators.has(payer) || withPrimary.has(payer)) && sent.isWith(payer, only, TIES.controlOutflowPercent),
  );
  return (
    layer.length >= TIES.controlledAccounts &&
    layer.some((payer) => operators.has(payer)) &&
    received.isWith(account, new Set(layer), TIES.soleInflowPercent)
  );
}
