import { type Account } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { accountsWithPrimary, selectControlled, selectCorroborated } from './core-operators.js';
import { AccountTies, gathersMoney, TIES } from './operator-ties.js';
import { isConduit, isFedByLayer, isFeeder, isReceiver } from './operator-growth.js';

/**
 * Accounts on the operating side, found from the inside out:
 * - core: two primary indicators fired on the account, or a primary and a supporting one of another evidence family;
 * - core: a controller and at least three subjects of one primary finding that each send it half of their outflow, if
 *   they are 30% of its inflow or a primary indicator fired on the controller itself;
 * - receivers: two operators each pay it at least 20% of their outflow, in three transfers or more together, and
 *   operators are at least 30% of its inflow; or one operator pays it 40% of its outflow, in at least three transfers, and
 *   operators are half of its inflow; or at least three accounts, an operator and others with a primary indicator, each
 *   pay it half of their outflow and are half of its inflow;
 * - conduits: operators are at least 30% of its inflow, and it sends at least half of its outflow to operators that did
 *   not pay it, in at least three transfers each way;
 * - feeders: with a fired finding of their own (low ones aside), gathering money and sending at least half of their
 *   outflow to operators in more transfers than a protected payer makes.
 *
 * An account that an innocent alternative explains is none of these, and what may be chance counts for none. One
 * indicator alone never makes an operator, so a busy shop, a landlord or a poor household stays out; a payer is no feeder,
 * for want of a finding of its own. Hubs are never operators. Ties are measured in value. Nobody is tied by cash or card:
 * the other side is a counter or a till, and who hands the money in or walks away with it is not in the data. Nor by
 * upkeep: a wage, a rent or help, paid every month or two.
 *
 * Cost: O(transfers of the operators and of their partners).
 */
export function selectOperators(
  graph: TemporalGraph,
  findings: readonly Finding[],
  hubs: ReadonlySet<Account>,
): ReadonlySet<Account> {
  const weighty = findings.filter(({ countClass }) => countClass !== 'low' && countClass !== 'welfare');
  const explained = explainedAccounts(weighty);
  const fired = weighty
    .filter(({ status, mayBeChance }) => status === 'fired' && !mayBeChance)
    .map((finding) => ({ ...finding, subjects: finding.subjects.filter((subject) => !explained.has(subject)) }));
  const ties = new AccountTies(graph);
  const operators = new Set([...selectCorroborated(fired), ...selectControlled(fired, ties)]);
  const outside = new Set([...hubs, ...explained]);
  for (const account of outside) operators.delete(account);
  const withPrimary = accountsWithPrimary(fired);
  const withFinding = new Set(fired.flatMap(({ subjects }) => subjects));
  const belongs = (account: Account): boolean =>
    isReceiver(account, operators, ties) ||
    isConduit(account, operators, ties) ||
    isFedByLayer(account, operators, withPrimary, ties) ||
    (withFinding.has(account) && isFeeder(account, operators, ties));
  for (let latest = [...operators]; latest.length > 0;) {
    const near = new Set(latest.flatMap((one) => [...ties.sent.partners(one), ...ties.received.partners(one)]));
    latest = [...near].filter((one) => !outside.has(one) && !operators.has(one) && belongs(one));
    for (const account of latest) operators.add(account);
  }
  return withoutPayers(operators, fired, ties);
}

/**
 * Takes out whoever may merely pay: accounts that pay operators, that no operator pays, and that do not gather money. An
 * account on which a geography indicator fired stays: a family's account is not filled in several places by others. So
 * does one fed for the greater part by accounts on which a primary indicator fired: that is nobody's wage.
 */
function withoutPayers(operators: ReadonlySet<Account>, fired: readonly Finding[], ties: AccountTies): Set<Account> {
  const collecting = new Set(fired.filter(({ family }) => family === 'geography').flatMap(({ subjects }) => subjects));
  const mayCollect = accountsWithPrimary(fired);
  const { inflow } = ties;
  const mayMerelyPay = (account: Account): boolean => {
    const isPaid = [...inflow.partners(account)].some((payer) => operators.has(payer));
    if (isPaid || collecting.has(account) || inflow.isWith(account, mayCollect, TIES.mainSourcePercent)) return false;
    return ties.outflow.transfersWith(account, operators) > 0 && !gathersMoney(account, inflow);
  };
  return new Set([...operators].filter((account) => !mayMerelyPay(account)));
}

/**
 * Accounts whose own behaviour passed the test of an innocent alternative in some finding about them alone. A shop is a
 * shop also in the one window that does not look like one.
 */
function explainedAccounts(findings: readonly Finding[]): Set<Account> {
  const alone = findings.filter(({ status, subjects }) => status === 'explained' && subjects.length === 1);
  return new Set(alone.flatMap(({ subjects }) => subjects));
}
