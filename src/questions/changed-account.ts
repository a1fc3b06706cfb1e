import { type ActiveAccount } from './asked-case.js';
import { counted } from './plain-words.js';
import { splitChance } from './split-chance.js';

/** Kinds of changes, in the order in which they are told. */
export const KINDS_OF_CHANGE = ['appeared', 'vanished', 'shrank', 'grew', 'kept'] as const;

/** When a number of payments counts as changed. Choices: twice the rate is no small change, and one in a hundred is seldom chance. */
export const CHANGE_RULE = { timesRate: 2, mostChance: 0.01 } as const;

/** An account before and after a day. */
export interface ChangedAccount {
  readonly accounts: ActiveAccount['accounts'];
  readonly lead: string | null;
  readonly change: (typeof KINDS_OF_CHANGE)[number];
  /** Payments received from others. */
  readonly received: { readonly before: number; readonly after: number };
  /** That an account which receives at one rate all the time shows as uneven a split, on the side that it lies on; 1 without a payment. */
  readonly chance: number;
  readonly sentence: string;
}

/** Days of the data before a day and from it on, each at least one. */
export interface SplitDays {
  readonly before: number;
  readonly after: number;
}

/** What became of one account; see `beforeAndAfter`. O(its days + payments). */
export function changeOf(
  { accounts, lead, days, received }: ActiveAccount,
  split: SplitDays,
): Omit<ChangedAccount, 'sentence'> {
  let [before, all] = [0, 0];
  days.forEach((day, i) => {
    all += received[i]!;
    if (day < split.before) before += received[i]!;
  });
  const after = all - before;
  const share = split.before / (split.before + split.after);
  const isFewer = after * split.before < before * split.after;
  const chance = splitChance(before, all, share, isFewer ? 'many' : 'few');
  return { accounts, lead, change: kindOf({ before, after }, split, chance), received: { before, after }, chance };
}

function kindOf({ before, after }: SplitDays, days: SplitDays, chance: number): ChangedAccount['change'] {
  if (chance > CHANGE_RULE.mostChance) return 'kept';
  if (before === 0) return 'appeared';
  if (after === 0) return 'vanished';
  const [earlier, later] = [before * days.after, after * days.before];
  if (CHANGE_RULE.timesRate * later <= earlier) return 'shrank';
  return later >= CHANGE_RULE.timesRate * earlier ? 'grew' : 'kept';
}

const WORDS: Readonly<Record<ChangedAccount['change'], string>> = {
  appeared: 'is seen to receive only from the day on',
  vanished: 'is not seen to receive from the day on',
  shrank: 'received at half the rate or less',
  grew: 'received at twice the rate or more',
  kept: 'shows no change that chance does not explain',
};

/** An account in words. */
export function sentenceOf(
  { accounts, change, received }: Omit<ChangedAccount, 'sentence'>,
  { before, after }: SplitDays,
): string {
  const name = accounts.map(({ institution, account }) => `${institution} ${account}`.trim()).join(' and ');
  return (
    `${name} ${WORDS[change]}: ${counted(received.before, 'payment')} in ${counted(before, 'day')} before, ` +
    `${counted(received.after, 'payment')} in ${counted(after, 'day')} after.`
  );
}
