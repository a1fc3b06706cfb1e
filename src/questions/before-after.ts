import { DAY_MS, UsageError } from '../foundation/index.js';
import { type AskedCase } from './asked-case.js';
import { type ChangedAccount, CHANGE_RULE, changeOf, KINDS_OF_CHANGE, sentenceOf } from './changed-account.js';
import { countRuns, type RunCount } from './count-runs.js';
import { counted, dayWords, isoDay } from './plain-words.js';

/** Those that findings are about and the case does not name, together. A run that the day falls into is in `unclear`. */
export interface OthersBeforeAfter {
  readonly accounts: number;
  /** Accounts that first received a payment before the day, or on it or later. */
  readonly began: RunCount;
  /** Accounts that last received one then. */
  readonly ended: RunCount;
  /** Payments that they received. */
  readonly received: RunCount;
}

/** The answer of {@link beforeAndAfter}. */
export interface BeforeAfter {
  /** First day of the time after; null where the case does not say on which days accounts were active, or is of one day. */
  readonly day: string | null;
  /** Days of the data before and after. */
  readonly days: { readonly before: number; readonly after: number };
  /** Payments that all named accounts together received. */
  readonly received: { readonly before: number; readonly after: number };
  /** Accounts that the case names: those that appeared, vanished, shrank, grew, then the others, each in the order of the case. */
  readonly accounts: readonly ChangedAccount[];
  /** Null where fewer than three are not named, where one lead was asked about, and where the case does not say. */
  readonly others: OthersBeforeAfter | null;
  readonly othersSentence: string | null;
  readonly notes: readonly string[];
}

/**
 * Who changed on a day, such as that of a seizure or of a new law: the payments that an account received from others before the
 * day and from it on, by all its transfers in the data. With `b` and `a` of them in `d` and `e` days, an account that receives at
 * one rate all the time has `b` of `a + b` by chance as a binomial with share `d / (d + e)`. Where that chance is at most 1 % on
 * its side, an account
 * - `appeared`: b = 0, or `vanished`: a = 0;
 * - `shrank`: its rate a/e is at most half of b/d, or `grew`: it is at least twice as high;
 * - and else `kept` its rate, which is also what is said where too little is known.
 *
 * Looked at are accounts that the case names, as operators or in findings. Subjects of the same findings that are not named are
 * told together, in groups of at least three.
 *
 * Not claimed: that those who appeared replaced those who vanished, that the day is why, or that an account was opened or
 * closed; payments that come in bursts differ more often than by 1 %. O(days of the accounts + payments).
 *
 * @param day - `2005-04-20`, the first day of the time after, UTC. Default: the middle of the data
 * @param lead - Only operators of this lead. Default all accounts
 * @throws UsageError `change-day` for text that is no day, or a day that is not after the first and up to the last of the data
 */
export function beforeAndAfter(
  { activity, data }: Pick<AskedCase, 'activity' | 'data'>,
  { day, lead }: { readonly day?: string | undefined; readonly lead?: string | undefined } = {},
): BeforeAfter {
  if (activity === undefined || data.period === null) {
    if (day !== undefined) requireDay(day);
    return withoutAnswer(
      'The case does not say on which days accounts were active: it has no clock times, or was passed on.',
    );
  }
  const start = Date.parse(activity.start) / DAY_MS;
  const days = Math.floor(Date.parse(data.period.last) / DAY_MS) - start + 1;
  if (days < 2) return withoutAnswer('The data are of one day: nothing in them is before and after.');
  const before = day === undefined ? Math.floor(days / 2) : requireDay(day) - start;
  if (day !== undefined && (before < 1 || before >= days)) {
    const [from, to] = [isoDay((start + 1) * DAY_MS), isoDay((start + days - 1) * DAY_MS)];
    throw new UsageError('change-day', `Expected a day from ${from} to ${to} but received ${day}`);
  }
  const split = { before, after: days - before };
  const looked = activity.accounts.filter((one) => lead === undefined || one.lead === lead);
  const changed = looked.map((one) => changeOf(one, split));
  const others = lead === undefined && activity.others !== null ? othersOf(activity.others, before) : null;
  return {
    day: isoDay((start + before) * DAY_MS),
    days: split,
    received: changed.reduce(
      (sum, { received }) => ({ before: sum.before + received.before, after: sum.after + received.after }),
      { before: 0, after: 0 },
    ),
    accounts: KINDS_OF_CHANGE.flatMap((kind) => changed.filter(({ change }) => change === kind)).map((one) => ({
      ...one,
      sentence: sentenceOf(one, split),
    })),
    others,
    othersSentence: others === null ? null : othersInWords(others),
    notes: notesOf(looked.length, { leftOut: lead === undefined ? activity.leftOut : 0, since: start + before }),
  };
}

function withoutAnswer(why: string): BeforeAfter {
  const none = { before: 0, after: 0 };
  return { day: null, days: none, received: none, accounts: [], others: null, othersSentence: null, notes: [why] };
}

/** @throws UsageError `change-day` */
function requireDay(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time) || isoDay(time) !== text) {
    throw new UsageError('change-day', `Expected a day such as 2005-04-20 but received ${JSON.stringify(text)}`);
  }
  return time / DAY_MS;
}

type Others = NonNullable<NonNullable<AskedCase['activity']>['others']>;

function othersOf({ accounts, began, ended, received }: Others, day: number): OthersBeforeAfter {
  return {
    accounts,
    began: countRuns(began, day),
    ended: countRuns(ended, day),
    received: countRuns(received, day),
  };
}

function othersInWords({ accounts, began, ended, received }: OthersBeforeAfter): string {
  const [appeared, vanished] = [
    `${began.after} first received a payment on the day or later`,
    `${ended.before} received their last before it`,
  ];
  const unclear = Math.max(began.unclear, ended.unclear, received.unclear);
  const open =
    unclear === 0 ? '' : ' What lies so near the day that it would tell of fewer than three is in none of these.';
  return (
    `Of ${counted(accounts, 'account')} that findings are about and that are not named, ${appeared}, and ${vanished}; ` +
    `they received ${counted(received.before, 'payment')} before it and ${counted(received.after, 'payment')} from it on.${open}`
  );
}

function notesOf(accounts: number, { leftOut, since }: { readonly leftOut: number; readonly since: number }): string[] {
  const { mostChance, timesRate } = CHANGE_RULE;
  const byChance = 2 * mostChance * accounts;
  const shown = byChance < 1 ? 'fewer than one' : `about ${counted(Math.round(byChance), 'account')}`;
  return [
    `Before means before ${dayWords(since * DAY_MS)}, UTC. A change takes ${timesRate} times the rate or half of it, or none on one side, where an even ` +
      `split would do as well in at most ${mostChance * 100} % of draws: of ${counted(accounts, 'account')}, chance alone shows ` +
      `${shown}, and more where payments come in bursts.`,
    ...(leftOut === 0 ? [] : [`${counted(leftOut, 'further named account')} are not looked at.`]),
    'By all transfers in the data. Why anything changed, and whether somebody moved, is not in them. A lead, not proof.',
  ];
}
