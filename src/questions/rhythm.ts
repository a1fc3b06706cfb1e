import { DAY_MS } from '../foundation/index.js';
import { LEAST_EVENTS, MOST_CHANCE } from '../structures/index.js';
import { type ActiveAccount, type AskedCase, nameOf } from './asked-case.js';
import { counted } from './plain-words.js';
import { type WeekdayCounts, weekdayCounts, weekdayWords } from './weekday-counts.js';

/** The week of one account. */
export interface AccountRhythm {
  readonly accounts: ActiveAccount['accounts'];
  readonly lead: string | null;
  readonly received: WeekdayCounts;
  readonly paid: WeekdayCounts;
  /** One for each side that has a rhythm. */
  readonly sentences: readonly string[];
}

/** The answer of {@link rhythm}. */
export interface Rhythms {
  /** Accounts that the case names, in its order. */
  readonly accounts: readonly AccountRhythm[];
  readonly notes: readonly string[];
}

/** Said wherever a rhythm is. */
export const RHYTHM_NOTE =
  `Days are those of UTC, and each day with a payment counts once. A rhythm of one, two or three peaks a week is told for at least ${LEAST_EVENTS} days ` +
  `where days drawn at random are as uneven in at most ${MOST_CHANCE * 100} % of draws (Rayleigh's test, times three). By itself it says nothing: ` +
  'markets, shops, wages, opening hours and days of rest make weeks as well.';

/**
 * On which days of the week accounts that the case names received from others and paid them, by all their transfers in the
 * data, and whether that is a rhythm: see `testWeekdays`. Of payments of one day one is counted in the test, since they are
 * rarely independent.
 *
 * Not claimed: why days repeat. A rhythm is no sign of anything by itself and enters no score. O(days of the accounts).
 *
 * @param lead - Only operators of this lead. Default all
 */
export function rhythm({ activity }: Pick<AskedCase, 'activity'>, lead?: string): Rhythms {
  if (activity === undefined) {
    const why = 'The case does not say on which days accounts were active: it has no clock times, or was passed on.';
    return { accounts: [], notes: [why] };
  }
  const start = Date.parse(activity.start) / DAY_MS;
  const looked = activity.accounts.filter((one) => lead === undefined || one.lead === lead);
  const tests = 2 * looked.length;
  const leftOut = lead === undefined ? activity.leftOut : 0;
  return {
    accounts: looked.map((one) => rhythmOf(one, start)),
    notes: [
      RHYTHM_NOTE,
      `${counted(tests, 'series', 'series')} were tested: chance alone makes up to ${counted(Math.ceil(MOST_CHANCE * tests), 'rhythm')} of them.`,
      ...(leftOut === 0 ? [] : [`${counted(leftOut, 'further named account')} are not looked at.`]),
    ],
  };
}

function rhythmOf({ accounts, lead, days, received, paid }: ActiveAccount, start: number): AccountRhythm {
  const [into, from] = [received, paid].map((counts) => weekdayCounts(days, counts, start)) as [
    WeekdayCounts,
    WeekdayCounts,
  ];
  const name = nameOf({ accounts });
  const said = (counts: WeekdayCounts, verb: string): string[] =>
    counts.peaks === null ? [] : [`${name} ${verb} ${weekdayWords(counts)}.`];
  return { accounts, lead, received: into, paid: from, sentences: [...said(into, 'received'), ...said(from, 'paid')] };
}
