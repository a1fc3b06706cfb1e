import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { dates, inSeason, payingDays, waiting } from '../story/calendar.js';
import { runPrincipal } from '../story/living.js';
import { passEach, passInRuns, passOnDays, passWhenEnough } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Treasurers of school classes who gather for a trip and pay one hostel or coach firm; the same sum for every child. */
export function plantClassTreasurers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const treasurers = story.persons(story.several(2, 9));
  if (treasurers.length < 2) return [];
  const host = story.principal(story.anotherTown(), 0.2);
  const day = inSeason(story, 8, 80);
  sell(story, {
    agents: treasurers,
    customers: [8, 27],
    price: drawPrices(story, 40, 480),
    terms: drawTerms(story, 'whole', 'whole', 'deposit'),
    day,
    refunds: between(random, 0, 0.06),
  });
  const days = payingDays(story, between(random, 8, 40));
  for (const treasurer of treasurers) passOnDays(story, treasurer, { to: host, keep: between(random, 0, 0.15), days });
  runPrincipal(story, host);
  return [host, ...treasurers];
}

/** Cashiers of sports clubs: yearly fees from members in one season, and the part for federation and insurance goes on. */
export function plantSportsClubs(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const cashiers = story.agents(story.several(3, 12));
  if (cashiers.length < 2) return [];
  const federation = story.firm(story.anotherTown());
  const price = drawPrices(story, 30, 420);
  const terms = drawTerms(story, 'whole', 'whole', 'thirds');
  sell(story, { agents: cashiers, customers: [8, 35], price, terms, day: inSeason(story, 30, 150), refunds: 0.01 });
  const halls = stage.economy.in(story.country).landlords;
  for (const cashier of cashiers) {
    const days = payingDays(story, between(random, 20, 60));
    passOnDays(story, cashier, { to: federation, keep: between(random, 0.2, 0.75), days });
    passOnDays(story, cashier, {
      to: pick(random, halls),
      keep: between(random, 0.6, 0.9),
      days: payingDays(story, 30),
    });
  }
  runPrincipal(story, federation);
  return [federation, ...cashiers];
}

/** Tenants of several houses pay somebody of their house for heating oil or a lift; one association pays the firm. */
export function plantTenantsAssociation(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const stewards = story.persons(story.several(2, 8));
  if (stewards.length < 2) return [];
  const association = story.principal(story.town, 0.5);
  const price = drawPrices(story, 60, 900);
  const terms = drawTerms(story, 'whole', 'instalments');
  sell(story, { agents: stewards, customers: [5, 20], price, terms, day: inSeason(story, 20, 120), refunds: 0.02 });
  for (const steward of stewards) {
    passInRuns(story, steward, { to: association, keep: 0, hours: waiting(story, 12, 300) });
  }
  const firm = chance(random, 0.5) ? pick(random, stage.economy.in(story.country).utilities) : story.principal();
  passOnDays(story, association, {
    to: firm,
    keep: between(random, 0, 0.2),
    days: payingDays(story, between(random, 15, 50)),
  });
  return [association, ...stewards];
}

/** Neighbours who order in bulk, such as pellets or a heat pump: one per street gathers, one supplier is paid at the order. */
export function plantBulkOrders(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const organisers = story.persons(story.several(2, 9));
  if (organisers.length < 2) return [];
  const supplier = story.principal(story.anotherTown(), 0.3);
  sell(story, {
    agents: organisers,
    customers: [4, 20],
    price: drawPrices(story, 150, 4500),
    terms: drawTerms(story, 'whole', 'deposit'),
    day: inSeason(story, 8, 90),
    refunds: between(random, 0, 0.08),
  });
  const minor = logBetween(random, 100_000, 900_000);
  for (const organiser of organisers) {
    passWhenEnough(story, organiser, {
      to: supplier,
      keep: between(random, 0, 0.04),
      minor,
      hours: waiting(story, 2, 120),
    });
  }
  runPrincipal(story, supplier);
  return [supplier, ...organisers];
}

/**
 * Passengers who build their own crossing: they pool with two or three of themselves, and nearly all of it goes to
 * merchants for a boat, an engine, fuel and food. Nobody keeps a share.
 */
export function plantCommunityBoat(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const purses = story.persons(story.several(2, 4));
  if (purses.length < 2) return [];
  const yard = story.principal(story.town, 0.6);
  const merchants = [yard, story.payee('fuel'), pick(random, stage.economy.in(story.country).shops), yard];
  sell(story, {
    agents: purses,
    customers: [6, 30],
    price: drawPrices(story, 150, 900),
    terms: drawTerms(story, 'whole', 'deposit', 'thirds'),
    day: inSeason(story, 10, 90),
    refunds: between(random, 0, 0.08),
  });
  const pass = chance(random, 0.5) ? passEach : passInRuns;
  for (const purse of purses) {
    pass(story, purse, {
      to: () => pick(random, merchants),
      keep: between(random, 0, 0.06),
      hours: waiting(story, 5, 200),
    });
  }
  return [yard, ...purses];
}

/** Treasurers of a society with members in many towns: contributions before the yearly meeting, then hall and printer. */
export function plantSocietyMeeting(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const treasurers = story.persons(story.several(2, 6));
  if (treasurers.length < 2) return [];
  const hotel = story.payee('hotel');
  const meetings = dates(story, between(random, 60, 200));
  const price = drawPrices(story, 50, 700);
  sell(story, {
    agents: treasurers,
    customers: [5, 25],
    price,
    terms: drawTerms(story, 'whole'),
    day: () => pick(random, meetings) - logBetween(random, 1, 50),
  });
  for (const treasurer of treasurers) {
    const days = meetings.flatMap((meeting) => [meeting - between(random, 3, 20), meeting + between(random, 1, 12)]);
    passOnDays(story, treasurer, { to: hotel, keep: between(random, 0, 0.15), days });
  }
  return [hotel, ...treasurers];
}
