import { between, chance, everySoOften, pick, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { inSeason, waiting } from '../story/calendar.js';
import { passAt, passInRuns } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/** Colleagues with a life and wages of their own from one employer; the employer has its account already. */
function employ(story: Story, employer: number, count: number): number[] {
  const { random, stage } = story;
  const { people, clock } = stage;
  const staff = people.castSeveral(count, [stage.book.townOf(employer)], random);
  const weekly = chance(random, 0.2);
  const level = logBetween(random, 1100, 3200) * stage.regime.incomeLevel * (weekly ? 0.25 : 1);
  const payday = wholeBetween(random, 0, 27);
  const paydays = weekly ? everySoOften(clock.days, 7, payday % 7) : clock.monthly(payday);
  for (const worker of staff) {
    people.setLife(worker, 'worker');
    people.wagePaid[worker] = 1;
    const wage = level * between(random, 0.75, 1.4) * 100;
    for (const day of paydays) story.give(employer, worker, wage, clock.officeMoment(day, random), 'wire');
  }
  return staff;
}

/**
 * Colleagues who all pay one of them: for a leaving gift, a shared dinner, a pool for the cup. They share an employer, and
 * within days the one who gathers buys what it was for.
 */
export function plantLeavingGift(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const employer = pick(random, stage.economy.in(story.country).employers);
  const staff = employ(story, employer, story.several(5, 25));
  if (staff.length < 4) return [];
  const gatherers = story.persons(story.several(1, 3));
  if (gatherers.length === 0) return [];
  for (const gatherer of gatherers) {
    const price = drawPrices(story, 8, 120);
    const day = inSeason(story, 2, 14);
    for (const colleague of staff) if (chance(random, 0.8)) story.collect(colleague, gatherer, price(), day());
    const shop = stage.economy.shopFor(gatherer, random);
    passInRuns(story, gatherer, { to: shop, keep: between(random, 0, 0.08), hours: waiting(story, 12, 200) });
  }
  return gatherers;
}

/**
 * Colleagues and friends who rent a holiday house together: each pays a large share to one of them, twice or once, and the
 * owner gets deposit and balance. Several such parties rent from the same owner.
 */
export function plantSharedHolidayHouse(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const payers = story.persons(story.several(2, 5));
  if (payers.length === 0) return [];
  const owner = story.principal(stage.geography.townAt(random()), 0.7);
  const terms = drawTerms(story, 'whole', 'deposit');
  for (const organiser of payers) {
    const { employers } = stage.economy.in(story.country);
    const guests = chance(random, 0.6)
      ? employ(story, pick(random, employers), story.several(3, 8))
      : story.customers(story.several(3, 8), story.townOf(organiser));
    const share = drawPrices(story, 120, 900)();
    const day = inSeason(story, 2, 25);
    for (const guest of guests) {
      for (const part of terms(share)) story.collect(guest, organiser, part.minor, day() + part.afterDays);
    }
    const wait = logBetween(random, 0.3, 12);
    passAt(story, organiser, {
      to: owner,
      keep: between(random, 0, 0.1),
      time: ({ time }) => Math.floor(time + wait * between(random, 0.5, 2) * DAY_SECONDS),
    });
  }
  return [owner, ...payers];
}

/** Friends who travel together: one of each group books for all and pays hotel and airline when everybody has paid. */
export function plantGroupTrips(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const organisers = story.persons(story.several(2, 7));
  if (organisers.length < 2) return [];
  const agency = chance(random, 0.5) ? story.payee('hotel') : story.principal(story.anotherTown(), 0.2);
  const airline = story.payee('airline');
  const flown = between(random, 0, 0.6);
  for (const organiser of organisers) {
    const share = drawPrices(story, 120, 1600);
    const day = inSeason(story, 3, 30);
    for (const friend of story.customers(story.several(3, 11), story.townOf(organiser)))
      story.collect(friend, organiser, share(), day());
    passInRuns(story, organiser, {
      to: () => (chance(random, flown) ? airline : agency),
      keep: between(random, 0, 0.12),
      hours: waiting(story, 4, 240),
    });
  }
  return [agency, ...organisers];
}
