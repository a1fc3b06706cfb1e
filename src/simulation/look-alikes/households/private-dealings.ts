import { between, chance, pick, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';
import { inSeason, steadily, waiting } from '../story/calendar.js';
import { passEach, passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/**
 * Large things bought once among private people: a car, a piano, a caravan. Who sells one often buys another from somebody
 * else with the money the same week, so that the price goes through several hands. A popular collector of such things buys
 * from several of them.
 */
export function plantPrivateSales(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const sellers = story.persons(story.several(4, 12));
  const lover = story.person();
  if (sellers.length < 2 || lover < 0) return [];
  const price = drawPrices(story, 400, 9000);
  const day = steadily(story);
  for (const seller of sellers) {
    for (const buyer of story.customers(story.several(1, 4), story.townOf(seller)))
      story.collect(buyer, seller, price(), day());
    if (chance(random, 0.3)) continue;
    const next = chance(random, 0.5) ? lover : pick(random, sellers);
    passInRuns(story, seller, { to: next, keep: between(random, 0, 0.5), hours: waiting(story, 10, 600) });
  }
  passEach(story, lover, {
    to: () => pick(random, sellers),
    keep: between(random, 0.1, 0.5),
    hours: waiting(story, 24, 900),
  });
  return [lover, ...sellers].filter((account) => story.receipts(account).length > 0);
}

/** Loans among friends: somebody in need borrows large sums from several, pays one bill at once, and pays back over months. */
export function plantFriendlyLoans(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const borrowers = story.persons(story.several(2, 8));
  if (borrowers.length < 2) return [];
  const bills = [
    story.payee('hospital'),
    story.payee('car-dealer'),
    pick(random, stage.economy.in(story.country).landlords),
    story.payee('lender'),
  ];
  const creditor = chance(random, 0.5) ? pick(random, bills) : -1;
  for (const borrower of borrowers) {
    const loan = drawPrices(story, 150, 3500);
    const day = inSeason(story, 3, 60);
    for (const friend of story.customers(story.several(2, 6), story.townOf(borrower)))
      story.collect(friend, borrower, loan(), day());
    const bill = creditor >= 0 ? creditor : pick(random, bills);
    passInRuns(story, borrower, { to: bill, keep: between(random, 0, 0.2), hours: waiting(story, 1, 120) });
    for (const { payer, minor, time } of story.receipts(borrower)) {
      if (chance(random, 0.3)) continue;
      const parts = wholeBetween(random, 1, 4);
      const rhythm = between(random, 15, 40) * DAY_SECONDS;
      for (let part = 1; part <= parts; part++)
        story.give(borrower, payer, minor / parts, Math.floor(time + part * rhythm));
    }
  }
  return borrowers;
}

/** Main tenants of shared flats: flatmates pay their part every month, the whole rent goes to one owner of the houses. */
export function plantSharedFlats(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const tenants = story.persons(story.several(2, 9));
  if (tenants.length < 2) return [];
  const owner = story.principal(story.town, 0.6);
  for (const tenant of tenants) {
    stage.people.rentPaid[tenant] = 1;
    const room = drawPrices(story, 180, 650)();
    const due = wholeBetween(random, 0, 6);
    let flatmates = story.customers(story.several(2, 6), story.townOf(tenant));
    for (const day of stage.clock.monthly(due)) {
      for (const flatmate of flatmates) {
        if (chance(random, 0.95)) story.collect(flatmate, tenant, room, day + between(random, -3, 3));
      }
      if (chance(random, 0.25)) flatmates = [...flatmates.slice(1), ...story.customers(1, story.townOf(tenant))];
    }
    passOnDays(story, tenant, { to: owner, keep: between(random, 0, 0.1), days: stage.clock.monthly(due + 4) });
  }
  return [owner, ...tenants];
}

/**
 * Households with little money that pool it: several adults pay one who keeps the account, and within two days rent,
 * prepaid energy and food are paid and the account is empty again.
 */
export function plantPooledHouseholds(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const keepers = story.persons(story.several(2, 8));
  if (keepers.length < 2) return [];
  const landlord = pick(random, stage.economy.in(story.country).landlords);
  const rhythm = pick(random, [14, 30, 30]);
  for (const keeper of keepers) {
    stage.people.rentPaid[keeper] = 1;
    stage.people.setLife(keeper, chance(random, 0.6) ? 'idle' : 'low-income');
    const part = drawPrices(story, 60, 450);
    for (const adult of story.customers(story.several(2, 5), story.townOf(keeper))) {
      for (let day = between(random, 0, rhythm); day < stage.clock.days; day += rhythm)
        story.collect(adult, keeper, part(), day);
    }
    passInRuns(story, keeper, { to: landlord, keep: between(random, 0.35, 0.6), hours: waiting(story, 2, 40) });
    for (const { time } of story.receipts(keeper)) {
      const when = time + Math.floor(between(random, 1, 50) * HOUR_SECONDS);
      const left = story.held(keeper, when);
      if (chance(random, 0.3)) story.drawCash(keeper, Math.floor((left * 0.6) / 1000) * 1000, when);
      else story.pass(keeper, stage.economy.shopFor(keeper, random), left * between(random, 0.3, 0.9), when, 'card');
    }
  }
  return keepers;
}

/** People who sell their car on behalf of kin abroad: one large sum in, all of it on to the owner; several owners share a bank agent. */
export function plantKinErrands(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const helpers = story.persons(story.several(3, 9));
  if (helpers.length < 2) return [];
  const family = story.principal(story.townIn(pick(random, ['TR', 'RS', 'GR', 'PK', 'MX'])), 0.9);
  const price = drawPrices(story, 300, 5000);
  const day = inSeason(story, 20, 200);
  for (const helper of helpers) {
    for (const buyer of story.customers(story.several(1, 4), story.townOf(helper)))
      story.collect(buyer, helper, price(), day());
    passEach(story, helper, { to: family, keep: logBetween(random, 0.001, 0.1), hours: waiting(story, 5, 300) });
  }
  passOnDays(story, family, { to: story.payee('notary'), keep: between(random, 0.1, 0.9), days: [day(), day()] });
  return [family, ...helpers];
}
