import { type Account, type Row } from '../../foundation/index.js';
import { type Alternative, judge, notPassed, type SubjectOutcome } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { type Finding } from '../../evidence/index.js';
import { FlowGroups } from './flow-groups.js';
import { type Flows } from './flows.js';
import { gaps, median, percent, variation } from './spread.js';

/**
 * Members pay equal sums at a fixed rhythm and each gets the pot once (A02). One pot may stay with the subject, who may
 * be a member too. Passes only if most of what the finding saw coming in are such contributions, and pots really go back.
 */
export const savingsClub: Alternative = { id: 'A02', title: 'Savings club', test };

function test(subject: Account, finding: Finding, view: AlternativeView): SubjectOutcome {
  const seen = view.findingCredits(finding, subject);
  const usual = median(seen.map((at) => seen.minor(at)));
  const { clubTolerance, clubEqualShare } = view.parameters;
  const equalCount = seen.count((at) => isContribution(seen.minor(at), usual, clubTolerance));
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
  const near = amountsBetween(view.recall(subject, creditsByAmount), usual * (1 - reach), usual * (1 + reach));
  const { debits } = view.flows(subject);
  const contributions = near.where((at) => isContribution(near.minor(at), usual, p.clubTolerance));
  const members = new FlowGroups(contributions);
  const rounds = roundTimes(members, p.clubRoundShare);
  const rhythm = variation(gaps(rounds));
  const isMember = contributions.parties();
  const pots = debits.where((at) => debits.minor(at) >= p.clubPot * usual && isMember.has(debits.other(at)));
  const payees = pots.parties();
  const equal = variation(contributions.map((at) => contributions.minor(at))) <= p.clubVariation;
  const [back, given] = [pots.total(), contributions.total()];
  const repaid = back >= p.clubRepaid * given;
  const fair = payees.size >= p.clubTurns * (rounds.length - 1) && payees.size === pots.length;
  return judge(
    members.size >= p.clubMembers && rounds.length >= p.clubRounds && equal && rhythm <= p.clubRhythm && fair && repaid,
    `${members.size} members, ${rounds.length} rounds, ${pots.length} pots to ${payees.size} of them, ` +
      `${percent(back, given)} of the contributions paid back.`,
  );
}

function isContribution(minor: number, usual: number, tolerance: number): boolean {
  return Math.abs(minor - usual) <= usual * tolerance;
}

/** Mean instant of everybody's k-th contribution, for each k that at least this share of the members reached. */
function roundTimes(members: FlowGroups, share: number): number[] {
  const rounds: number[] = [];
  const paid = members.map((flows) => flows);
  for (let k = 0; ; k++) {
    const times = paid.filter((flows) => flows.length > k).map((flows) => flows.timeMs(k));
    if (times.length === 0 || times.length < share * paid.length) return rounds;
    rounds.push(times.reduce((sum, time) => sum + time, 0) / times.length);
  }
}

/** Rows of all credits, by amount; those of one amount by time. */
function creditsByAmount(account: Account, view: AlternativeView): Flows {
  const { credits } = view.flows(account);
  const positions = credits.map((at) => at).sort((left, right) => credits.minor(left) - credits.minor(right));
  return credits.ofRows(positions.map((at) => credits.row(at)));
}

/** Of flows that ascend in amount those from `least` to `greatest`, by time again. */
function amountsBetween(flows: Flows, least: number, greatest: number): Flows {
  let first = 0;
  for (let high = flows.length; first < high;) {
    const middle = (first + high) >> 1;
    if (flows.minor(middle) < least) first = middle + 1;
    else high = middle;
  }
  const rows: Row[] = [];
  for (let at = first; at < flows.length && flows.minor(at) <= greatest; at++) rows.push(flows.row(at));
  return flows.ofRows(rows.sort((left, right) => left - right));
}
