import { type Account } from '../foundation/index.js';
import { type EvidenceFamily, type Finding } from '../evidence/index.js';
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

/** Rounds of growth; each adds one layer of a network. Growth usually ends after two or three. */
const MAX_ROUNDS = 8;

/**
 * Accounts on the operating side, found from the inside out:
 * - core: two primary indicators fired on the account, or a primary and a supporting one of another evidence family;
 * - core: a controller and at least three subjects of one primary finding that each send it half of their outflow, if
 *   they are 30% of its inflow or a primary indicator fired on the controller itself;
 * - receivers: two operators each pay it at least 20% of their outflow, and operators are at least 30% of its inflow; or
 *   one operator pays it 40% of its outflow, in at least three transfers, and operators are half of its inflow;
 * - feeders: with a fired finding of their own (low ones aside), gathering money and sending at least half of their
 *   outflow to operators in more transfers than a protected payer makes.
 *
 * An account that an innocent alternative explains is none of these, and what may be chance counts for none of them. One indicator alone never makes an operator, so a busy shop, a landlord or a poor household stays out; a payer is no
 * feeder, for want of a finding of its own. Hubs are never operators. Ties are measured in value. Nobody becomes a controller
 * or a receiver by cash or card: the other side is a counter or a till, and who walks away with the money is not in the data.
 */
export function selectOperators(
  graph: TemporalGraph,
  findings: readonly Finding[],
  hubs: ReadonlySet<Account>,
): ReadonlySet<Account> {
  const weighty = findings.filter(({ countClass }) => countClass !== 'low');
  const explained = explainedAccounts(weighty);
  const fired = weighty
    .filter(({ status, mayBeChance }) => status === 'fired' && !mayBeChance)
    .map((finding) => ({ ...finding, subjects: finding.subjects.filter((subject) => !explained.has(subject)) }));
  const outflow = new FlowShares(graph, 'out');
  const inflow = new FlowShares(graph, 'in');
  const sent = new FlowShares(graph, 'out', { ties: 'transfers' });
  const got = new FlowShares(graph, 'in', { ties: 'transfers' });
  const operators = new Set([...selectCorroborated(fired), ...selectControlled(fired, sent, got)]);
  for (const account of [...hubs, ...explained]) operators.delete(account);
  const withPrimary = new Set(
    fired.filter(({ countClass }) => countClass === 'primary').flatMap(({ subjects }) => subjects),
  );
  const withFinding = new Set(fired.flatMap(({ subjects }) => subjects));
  let frontier: ReadonlySet<Account> = new Set(operators);
  for (let round = 0; round < MAX_ROUNDS && frontier.size > 0; round++) {
    const paid = new Set([...frontier].flatMap((operator) => [...sent.partners(operator)]));
    const paying = new Set([...frontier].flatMap((operator) => [...inflow.partners(operator)]));
    const found = [
      ...[...paid].filter(
        (account) =>
          isReceiver(account, operators, sent, got) || isGatherer(account, operators, withPrimary, sent, got),
      ),
      ...[...paying].filter((account) => withFinding.has(account) && isFeeder(account, operators, outflow, inflow)),
    ];
    frontier = new Set(found.filter((one) => !hubs.has(one) && !explained.has(one) && !operators.has(one)));
    for (const account of frontier) operators.add(account);
  }
  return withoutPayers(operators, fired, outflow, inflow);
}

/**
 * Takes out whoever may merely pay: accounts that pay operators, that no operator pays, and that do not gather money. An
 * account on which a geography indicator fired stays: a family's account is not filled in several places by others. So
 * does one fed for the greater part by accounts on which a primary indicator fired: that is nobody's wage.
 */
function withoutPayers(
  operators: ReadonlySet<Account>,
  fired: readonly Finding[],
  outflow: FlowShares,
  inflow: FlowShares,
): Set<Account> {
  const collecting = new Set(fired.filter(({ family }) => family === 'geography').flatMap(({ subjects }) => subjects));
  const primary = fired.filter(({ countClass }) => countClass === 'primary');
  const mayCollect = new Set(primary.flatMap(({ subjects }) => subjects));
  const mayMerelyPay = (account: Account): boolean => {
    const isPaid = [...inflow.partners(account)].some((payer) => operators.has(payer));
    if (isPaid || collecting.has(account) || inflow.isWith(account, mayCollect, TIES.mainSourcePercent)) return false;
    return depositsInto(account, operators, outflow) > 0 && !gathersMoney(account, inflow);
  };
  return new Set([...operators].filter((account) => !mayMerelyPay(account)));
}

/** Whether money comes from several senders and mostly from no single one: nobody's wage, pension or family help. */
export function gathersMoney(account: Account, inflow: FlowShares): boolean {
  const senders = [...inflow.partners(account)];
  return (
    senders.length >= TIES.gatheredSenders &&
    !senders.some((sender) => inflow.isWith(account, new Set([sender]), TIES.mainSourcePercent))
  );
}

function depositsInto(account: Account, operators: ReadonlySet<Account>, outflow: FlowShares): number {
  let deposits = 0;
  for (const partner of outflow.partners(account)) {
    if (operators.has(partner)) deposits += outflow.transfersWith(account, partner);
  }
  return deposits;
}

/**
 * Accounts whose own behaviour passed the test of an innocent alternative in some finding about them alone. A shop is a
 * shop also in the one window that does not look like one.
 */
function explainedAccounts(findings: readonly Finding[]): Set<Account> {
  const alone = findings.filter(({ status, subjects }) => status === 'explained' && subjects.length === 1);
  return new Set(alone.flatMap(({ subjects }) => subjects));
}

/** Accounts with two primary indicators, or a primary and a supporting one of another family. */
function selectCorroborated(fired: readonly Finding[]): Set<Account> {
  const families = new Map<Account, Set<EvidenceFamily>>();
  const primaries = new Map<Account, Set<string>>();
  for (const { subjects, family, countClass, typology } of fired) {
    for (const subject of subjects) {
      addTo(families, subject, family);
      if (countClass === 'primary') addTo(primaries, subject, typology);
    }
  }
  const core = new Set<Account>();
  for (const [account, { size }] of primaries) {
    if (size >= 2 || families.get(account)!.size >= 2) core.add(account);
  }
  return core;
}

/** Several subjects of one primary finding and the account that takes most of what they pay. */
function selectControlled(fired: readonly Finding[], outflow: FlowShares, inflow: FlowShares): Set<Account> {
  const primaries = fired.filter(({ countClass }) => countClass === 'primary');
  const withPrimary = new Set(primaries.flatMap(({ subjects }) => subjects));
  const core = new Set<Account>();
  for (const { subjects, receivers } of primaries) {
    if (subjects.length < TIES.controlledAccounts) continue;
    for (const controller of receivers) {
      const only = new Set([controller]);
      const controlled = subjects.filter((subject) => outflow.isWith(subject, only, TIES.controlOutflowPercent));
      if (controlled.length < TIES.controlledAccounts) continue;
      const dedicated = inflow.isWith(controller, new Set(controlled), TIES.controlInflowPercent);
      if (dedicated || withPrimary.has(controller)) for (const one of [controller, ...controlled]) core.add(one);
    }
  }
  return core;
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

function isFeeder(account: Account, operators: ReadonlySet<Account>, outflow: FlowShares, inflow: FlowShares): boolean {
  return (
    depositsInto(account, operators, outflow) > REVIEW_LIMITS.deposits &&
    gathersMoney(account, inflow) &&
    outflow.isWith(account, operators, TIES.feederOutflowPercent)
  );
}

function isGatherer(
  account: Account,
  operators: ReadonlySet<Account>,
  withPrimary: ReadonlySet<Account>,
  outflow: FlowShares,
  inflow: FlowShares,
): boolean {
  const only = new Set([account]);
  const payers = [...inflow.partners(account)].filter(
    (payer) =>
      (operators.has(payer) || withPrimary.has(payer)) && outflow.isWith(payer, only, TIES.controlOutflowPercent),
  );
  return (
    payers.length >= 3 && payers.some((payer) => operators.has(payer)) && inflow.isWith(account, new Set(payers), 50)
  );
}

function isReceiver(
  account: Account,
  operators: ReadonlySet<Account>,
  outflow: FlowShares,
  inflow: FlowShares,
): boolean {
  const only = new Set([account]);
  const payers = [...inflow.partners(account)].filter((payer) => operators.has(payer));
  const paying = (percent: number): Account[] => payers.filter((payer) => outflow.isWith(payer, only, percent));
  if (paying(TIES.receiverOutflowPercent).length >= 2) {
    return inflow.isWith(account, operators, TIES.receiverInflowPercent);
  }
  return (
    inflow.isWith(account, operators, TIES.soleInflowPercent) &&
    paying(TIES.soleOutflowPercent).some((payer) => inflow.transfersWith(account, payer) >= TIES.soleTransfers)
  );
}
