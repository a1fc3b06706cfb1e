import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { HOUR_SECONDS } from '../../world-clock.js';
import { payingDays, steadily } from '../story/calendar.js';
import { runPrincipal } from '../story/living.js';
import { passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Companies of one group: customers pay each, a sweep empties them into the treasury every night or week, which lends back. */
export function plantCashPool(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const companies = Array.from({ length: story.several(2, 9) }, () => story.firm(story.anotherTown()));
  const treasury = story.firm();
  const terms = drawTerms(story, 'whole', 'deposit');
  const price = drawPrices(story, 120, 3500);
  sell(story, { agents: companies, customers: [6, 30], price, terms, day: steadily(story) });
  const days = payingDays(story, logBetween(random, 1, 9));
  for (const company of companies) {
    passOnDays(story, company, { to: treasury, keep: chance(random, 0.6) ? 0 : between(random, 0, 0.2), days });
  }
  const local = stage.economy.in(story.country);
  for (const day of payingDays(story, between(random, 5, 20))) {
    const time = stage.clock.officeMoment(day, random);
    const company = pick(random, companies);
    const lent = story.pass(
      treasury,
      company,
      story.held(treasury, time) * between(random, 0.1, 0.5),
      time,
      'internal',
    );
    story.pass(
      company,
      pick(random, local.wholesalers),
      lent,
      time + Math.floor(between(random, 2, 60) * HOUR_SECONDS),
      'wire',
    );
  }
  return [treasury, ...companies];
}

/** Two trading companies of one owner, who invoice each other and pay the difference, in round sums and back and forth. */
export function plantNettingPair(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const pair = [story.firm(), story.firm(stage.geography.townAt(random()))] as const;
  const terms = drawTerms(story, 'whole');
  const price = drawPrices(story, 300, 6000);
  sell(story, { agents: pair, customers: [6, 30], price, terms, day: steadily(story) });
  for (const [i, company] of pair.entries()) {
    passOnDays(story, company, {
      to: pair[1 - i]!,
      keep: between(random, 0.3, 0.7),
      days: payingDays(story, between(random, 6, 35)),
    });
  }
  for (const company of pair) runPrincipal(story, company);
  return [...pair];
}

/** People who gather the rent in several houses for one owner: tenants pay them by hand, they keep a small share. */
export function plantRentCollectors(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const collectors = story.persons(story.several(2, 8));
  if (collectors.length < 2) return [];
  const owner = story.principal(story.anotherTown(), 0.6);
  for (const collector of collectors) {
    const rent = drawPrices(story, 120, 750);
    const weekly = chance(random, 0.2);
    for (const tenant of story.customers(story.several(5, 20), story.townOf(collector))) {
      // Beds and rooms for seasonal work are let for a few weeks only.
      const first = chance(random, 0.6) ? 0 : between(random, 0, stage.clock.days);
      const last = first === 0 ? stage.clock.days : first + between(random, 10, 90);
      const own = rent() * (weekly ? 0.25 : 1);
      for (let day = first + between(random, 0, 20); day < last; day += weekly ? 7 : 30.4) {
        story.collect(tenant, collector, own, day + between(random, 0, 3));
      }
    }
    passOnDays(story, collector, {
      to: owner,
      keep: between(random, 0.02, 0.12),
      days: payingDays(story, between(random, 4, 31)),
    });
  }
  runPrincipal(story, owner);
  return [owner, ...collectors];
}
