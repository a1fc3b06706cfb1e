import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { inSeason, payingDays, steadily, waiting } from '../story/calendar.js';
import { passInRuns, passOnDays, passWhenEnough } from '../story/passing-on.js';
import { logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';
import { gather } from './gathering.js';

/** Shop stewards gather for a strike fund; while the strike lasts the fund pays every striker a daily sum. */
export function plantStrikeFund(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const stewards = story.persons(story.several(2, 8));
  if (stewards.length < 2) return [];
  const fund = story.principal(story.town, 0.5);
  gather(story, {
    gatherers: stewards,
    givers: [6, 30],
    gift: logBetween(random, 15, 120),
    day: inSeason(story, 10, 60),
  });
  for (const steward of stewards)
    passOnDays(story, steward, { to: fund, keep: 0, days: payingDays(story, between(random, 2, 8)) });
  const strikers = story.customers(story.several(6, 30));
  if (strikers.length > 0) {
    const days = payingDays(story, between(random, 0.5, 4)).flatMap((day) => [day, day, day]);
    passOnDays(story, fund, { to: () => pick(random, strikers), keep: 0.05, days });
  }
  return [fund, ...stewards];
}

/**
 * Friends and kin gather the security a court asks for somebody: a burst of large gifts and loans to a few people
 * close by, one payment to the court the same week, and months later it may come back and is returned.
 */
export function plantBailFund(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const close = story.persons(story.several(3, 5));
  if (close.length < 3) return [];
  const court = story.payee('court');
  const [first, ...others] = close as [number, ...number[]];
  gather(story, {
    gatherers: close,
    givers: [4, 18],
    gift: logBetween(random, 100, 1200),
    day: inSeason(story, 4, 16),
    again: 0,
  });
  const direct = chance(random, 0.5);
  for (const helper of others) {
    passInRuns(story, helper, { to: direct ? court : first, keep: 0, hours: waiting(story, 3, 40) });
  }
  passInRuns(story, first, { to: court, keep: 0, hours: waiting(story, 12, 72) });
  if (chance(random, 0.5)) {
    for (const { payer, minor, time } of story.receipts(court)) {
      const back = time + Math.floor(between(random, 30, 110) * DAY_SECONDS);
      story.pass(court, payer, minor, back, 'wire');
      for (const receipt of story.receipts(payer)) {
        if (receipt.time < time)
          story.pass(payer, receipt.payer, receipt.due, back + Math.floor(between(random, 1, 9) * DAY_SECONDS));
      }
    }
  }
  return [court, ...close];
}

/** A fund for lawsuits of tenants or neighbours: several gather, one keeps the account, the law firm draws on it. */
export function plantLegalFund(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const gatherers = story.persons(story.several(2, 6));
  const keeper = story.person();
  if (gatherers.length < 2 || keeper < 0) return [];
  const lawyer = story.principal(story.anotherTown(), 0.5);
  gather(story, { gatherers, givers: [4, 20], gift: logBetween(random, 40, 500), day: inSeason(story, 20, 160) });
  const days = payingDays(story, between(random, 4, 25));
  for (const gatherer of gatherers) passOnDays(story, gatherer, { to: keeper, keep: 0, days });
  passOnDays(story, keeper, {
    to: lawyer,
    keep: between(random, 0, 0.3),
    days: payingDays(story, between(random, 10, 45)),
  });
  return [keeper, lawyer, ...gatherers];
}

/**
 * Somebody needs an operation: aunts and colleagues gather in their own circles, by phone and in cash, and pay straight to
 * the hospital or to the patient's mother, who does.
 */
export function plantMedicalFund(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const gatherers = story.persons(story.several(2, 7));
  if (gatherers.length < 2) return [];
  const mother = story.person();
  const hospital = story.payee('hospital', chance(random, 0.7) ? story.country : pick(random, stage.regime.homes));
  gather(story, { gatherers, givers: [5, 30], gift: logBetween(random, 25, 400), day: inSeason(story, 10, 70) });
  const straight = mother < 0 || chance(random, 0.4);
  const minor = logBetween(random, 30_000, 300_000);
  for (const gatherer of gatherers) {
    passWhenEnough(story, gatherer, {
      to: straight ? hospital : mother,
      keep: between(random, 0, 0.02),
      minor,
      hours: waiting(story, 2, 80),
    });
  }
  if (!straight)
    passOnDays(story, mother, { to: hospital, keep: 0.05, days: payingDays(story, between(random, 5, 20)) });
  return [hospital, ...(straight ? [] : [mother]), ...gatherers];
}

/**
 * A burial society brings somebody home: within a week its collectors in several cities gather from members, the
 * secretary pays undertaker and airline.
 */
export function plantBurialSociety(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const collectors = story.persons(story.several(3, 9));
  const secretary = story.person();
  if (collectors.length < 2 || secretary < 0) return [];
  const undertaker = story.payee('undertaker');
  const airline = story.payee('airline');
  for (let deaths = story.several(1, 3); deaths > 0; deaths--) {
    gather(story, {
      gatherers: collectors,
      givers: [4, 18],
      gift: logBetween(random, 20, 150),
      day: inSeason(story, 4, 12),
      again: 0,
    });
  }
  for (const collector of collectors)
    passInRuns(story, collector, { to: secretary, keep: 0, hours: waiting(story, 6, 90) });
  passInRuns(story, secretary, {
    to: () => (chance(random, 0.65) ? undertaker : airline),
    keep: between(random, 0, 0.1),
    hours: waiting(story, 6, 90),
  });
  return [secretary, ...collectors, undertaker, airline].filter((account) => story.receipts(account).length > 0);
}

/**
 * Groups that sponsor families who were granted refuge: each group gathers from its members, one treasurer of the umbrella
 * body pays rent, furniture, school and language lessons for them. All of it real costs.
 */
export function plantSponsorGroups(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const groups = story.persons(story.several(2, 8));
  if (groups.length < 2) return [];
  const umbrella = story.principal(story.town, 0.4);
  gather(story, {
    gatherers: groups,
    givers: [5, 22],
    gift: logBetween(random, 60, 900),
    day: chance(random, 0.6) ? inSeason(story, 20, 150) : steadily(story),
    again: between(random, 0, 0.3),
  });
  for (const group of groups) {
    passWhenEnough(story, group, {
      to: umbrella,
      keep: between(random, 0, 0.15),
      minor: logBetween(random, 50_000, 400_000),
      hours: waiting(story, 6, 240),
    });
  }
  const { landlords, shops } = stage.economy.in(story.country);
  const costs = [
    pick(random, landlords),
    pick(random, landlords),
    pick(random, shops),
    story.payee('school'),
    story.payee('insurer'),
  ];
  passOnDays(story, umbrella, {
    to: () => pick(random, costs),
    keep: 0.02,
    days: payingDays(story, between(random, 2, 12)),
  });
  return [umbrella, ...groups];
}
