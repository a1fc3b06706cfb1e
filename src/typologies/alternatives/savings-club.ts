import { type Account } from '../../foundation/index.js';
import { byOther, type Flow, totalOf } from './account-flows.js';
import { type Alternative, judge, notPassed, type SubjectOutcome } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { type Finding } from '../../evidence/index.js';
import { gaps, median, percent, variation } from './spread.js';

/**
 * Members pay equal sums at a fixed rhythm and each gets the pot once (A02). One pot may stay with the subject, who may
 * be a member too. Passes only if most of what the finding saw coming in are such contributions, and pots really go back.
 */
export const savingsClub: Alternative = { id: 'A02', title: 'Savings club', test };

function test(subject: Account, finding: Finding, view: AlternativeView): SubjectOutcome {
  const seen = view.findingCredits(finding, subject);
  const usual = median(seen.map(({ minor }) => minor));
  const { clubTolerance, clubEqualShare } = view.parameters;
  const equalCount = seen.filter((flow) => isContribution(flow, usual, clubTolerance)).length;
  if (equalCount < clubEqualShare * seen.length) {
    return notPassed(`Equal contributions make ${percent(equalCount, seen.length)} of the payments.`);
  }
  const known = view.recall(subject, clubsOfAccount);
  const club = known.get(usual) ?? judgeClub(subject, usual, view);
  known.set(usual, club);
  return club;
}

/** What was found out about contributions of about one size, which no finding changes; filled as findings ask. */
function clubsOfAccount(): Map<number, SubjectOutcome> {
  return new Map();
}

/** Whether all payments of about the usual size are contributions to a club. O(contributions + their payers' pots). */
function judgeClub(subject: Account, usual: number, view: AlternativeView): SubjectOutcome {
  const p = view.parameters;
  // A little more than the tolerance, so that rounding leaves out none of them.
  const reach = p.clubTolerance + 0.01;
  const contributions = amountsBetween(view.recall(subject, creditsByAmount), usual * (1 - reach), usual * (1 + reach))
    .filter((flow) => isContribution(flow, usual, p.clubTolerance))
    .sort(byRow);
  const members = byOther(contributions);
  const rounds = roundTimes([...members.values()], p.clubRoundShare);
  const rhythm = variation(gaps(rounds));
  const repayments = view.debitsByOther(subject);
  const pots = [...members.keys()]
    .flatMap((member) => repayments.get(member) ?? [])
    .filter(({ minor }) => minor >= p.clubPot * usual)
    .sort(byRow);
  const payees = new Set(pots.map(({ other }) => other));
  const equal = variation(contributions.map(({ minor }) => minor)) <= p.clubVariation;
  const repaid = totalOf(pots) >= p.clubRepaid * totalOf(contributions);
  const fair = payees.size >= p.clubTurns * (rounds.length - 1) && payees.size === pots.length;
  return judge(
    members.size >= p.clubMembers && rounds.length >= p.clubRounds && equal && rhythm <= p.clubRhythm && fair && repaid,
    `${members.size} members, ${rounds.length} rounds, ${pots.length} pots to ${payees.size} of them, ` +
      `${percent(totalOf(pots), totalOf(contributions))} of the contributions paid back.`,
  );
}

function isContribution({ minor }: Flow, usual: number, tolerance: number): boolean {
  return Math.abs(minor - usual) <= usual * tolerance;
}

/** Mean instant of everybody's k-th contribution, for each k that at least this share of the members reached. */
function roundTimes(members: readonly (readonly Flow[])[], share: number): number[] {
  const rounds: number[] = [];
  for (let k = 0; ; k++) {
    const times = members.filter((flows) => flows.length > k).map((flows) => flows[k]!.timeMs);
    if (times.length === 0 || times.length < share * members.length) return rounds;
    rounds.push(times.reduce((sum, time) => sum + time, 0) / times.length);
  }
}

/** In the order of the ledger, hence by time. */
function byRow(left: Flow, right: Flow): number {
  return left.row - right.row;
}

function creditsByAmount(account: Account, view: AlternativeView): readonly Flow[] {
  return [...view.flows(account).credits].sort((left, right) => left.minor - right.minor);
}

/** Of flows that ascend in amount those from `least` to `greatest`. */
function amountsBetween(flows: readonly Flow[], least: number, greatest: number): Flow[] {
  let first = 0;
  for (let high = flows.length; first < high;) {
    const middle = (first + high) >> 1;
    if (flows[middle]!.minor < least) first = middle + 1;
    else high = middle;
  }
  let end = first;
  while (end < flows.length && flows[end]!.minor <= greatest) end++;
  return flows.slice(first, end);
}
