import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { FlowShares } from './flow-shares.js';

/** How closely accounts must be tied, in percent of value [choice]. */
export const TIES = Object.freeze({
  /** A controller takes this much of the outflow of several subjects of one finding; they are this much of its inflow. */
  controlOutflowPercent: 50,
  controlInflowPercent: 30,
  controlledAccounts: 3,
  /** A feeder or a conduit sends at least this much of what it pays to operators. */
  onwardPercent: 50,
  /** Money is gathered if it comes from so many senders, less than this much of it from any of them. */
  gatheredSenders: 4,
  mainSourcePercent: 50,
  /** And less than this much from the largest senders, one fewer than the least number. */
  fewSourcesPercent: 80,
  /** A receiver is paid this much of their outflow by each of two operators, and gets this much of its inflow so. */
  receiverOutflowPercent: 20,
  receiverInflowPercent: 30,
  /** The same for a receiver that only one operator pays. */
  soleOutflowPercent: 40,
  soleInflowPercent: 50,
  /** So many transfers make a tie to one account a habit. */
  habitTransfers: 3,
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

/**
 * Whether money is gathered: it comes from at least four senders, less than half of it from any one and less than four
 * fifths from any three. A wage, a pension or the help of a family is not.
 */
export function gathersMoney(account: Account, inflow: FlowShares): boolean {
  const largest = inflow.largestPartners(account, TIES.gatheredSenders - 1);
  const isMostly = (senders: readonly Account[], percent: number): boolean =>
    inflow.isWith(account, new Set(senders), percent);
  return (
    [...inflow.partners(account)].length >= TIES.gatheredSenders &&
    !isMostly(largest.slice(0, 1), TIES.mainSourcePercent) &&
    !isMostly(largest, TIES.fewSourcesPercent)
  );
}
