import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';
import { payingDays } from '../story/calendar.js';
import { runPrincipal } from '../story/living.js';
import { passOnDays } from '../story/passing-on.js';
import { drawPrices, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/** A rotating club without an organiser: each round everybody pays whoever's turn it is. Nobody holds anything. */
export function plantOpenCircle(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const members = story.persons(story.several(5, 14));
  if (members.length < 4) return [];
  const contribution = drawPrices(story, 40, 500)();
  const rhythm = pick(random, [7, 14, 14, 30]);
  let day = between(random, -40, 20);
  for (let round = 0; day < stage.clock.days; round++, day += rhythm) {
    const receiver = members[round % members.length]!;
    for (const member of members) {
      if (member === receiver || chance(random, 0.03)) continue;
      story.collect(member, receiver, contribution, day + between(random, -1, 2));
    }
  }
  return members.filter((member) => story.receipts(member).length > 0);
}

/**
 * Clubs that save up: members of several circles pay what they can every week or month to their circle's keeper, who banks
 * it with one credit union; at the end everybody gets their own back with interest. Loans in between.
 */
export function plantSavingUpClubs(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const keepers = story.persons(story.several(2, 6));
  if (keepers.length < 2) return [];
  const union = story.firm();
  const rhythm = pick(random, [14, 30, 30]);
  const shareOut = Math.floor(between(random, 0.6, 1.2) * stage.clock.days) * DAY_SECONDS;
  const saved = new Map<number, number>();
  for (const keeper of keepers) {
    const usual = drawPrices(story, 15, 180);
    for (const member of story.customers(story.several(6, 15), story.townOf(keeper))) {
      for (const day of payingDays(story, rhythm)) {
        if (day * DAY_SECONDS > shareOut || chance(random, 0.15)) continue;
        const minor = usual();
        if (story.collect(member, keeper, minor, day)) saved.set(member, (saved.get(member) ?? 0) + minor);
      }
    }
    passOnDays(story, keeper, {
      to: union,
      keep: between(random, 0, 0.1),
      days: payingDays(story, logBetween(random, 2, 20)),
    });
  }
  for (const keeper of keepers) {
    const own = new Set(story.receipts(keeper).map(({ payer }) => payer));
    const total = [...own].reduce((sum, member) => sum + (saved.get(member) ?? 0), 0);
    const time = shareOut + Math.floor(between(random, 1, 40) * HOUR_SECONDS);
    story.pass(union, keeper, total, time, 'wire');
    for (const member of own)
      story.pass(keeper, member, saved.get(member) ?? 0, time + Math.floor(between(random, 1, 90) * HOUR_SECONDS));
  }
  return [union, ...keepers];
}

/**
 * Small savers of a market: a collector walks the stalls every few days and keeps a tenth of the month as pay; the collectors
 * bank with one susu house, which pays every saver out at the end of the month.
 */
export function plantDailySavers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const collectors = story.persons(story.several(2, 4));
  if (collectors.length < 2) return [];
  const house = story.principal(story.town, 0.6);
  const apart = between(random, 2, 10);
  for (const collector of collectors) {
    for (const saver of story.customers(story.several(4, 10), story.townOf(collector))) {
      const usual = drawPrices(story, 4, 40)();
      let first = Infinity;
      for (const day of payingDays(story, apart)) {
        if (chance(random, 0.2) || !story.collect(saver, collector, usual, day)) continue;
        first = Math.min(first, day);
      }
      for (let month = first + 30; month < stage.clock.days; month += 30) {
        const time = Math.floor((month + between(random, 0, 2)) * DAY_SECONDS);
        story.pass(collector, saver, (usual * 27) / apart, time);
      }
    }
    const days = payingDays(story, between(random, 2, 9));
    passOnDays(story, collector, { to: house, keep: between(random, 0.5, 0.8), days });
  }
  runPrincipal(story, house);
  return [house, ...collectors];
}
