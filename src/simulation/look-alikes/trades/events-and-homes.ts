import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { before, dates, inSeason, nextOf, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passAt, passEach, passInRuns } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Wedding planners with one hall: couples pay deposit and balance; hall and caterer are paid before the evening. */
export function plantWeddingPlanners(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const planners = story.agents(story.several(2, 7));
  if (planners.length < 2) return [];
  const hall = story.principal();
  const caterer = story.principal(undefined, 0.7);
  const evenings = dates(story, between(random, 3, 12));
  sell(story, {
    agents: planners,
    customers: [3, 14],
    price: drawPrices(story, 1500, 14_000),
    terms: drawTerms(story, 'deposit', 'deposit', 'thirds', 'whole'),
    day: before(story, evenings, 10, 150),
  });
  const cateringShare = between(random, 0, 0.4);
  for (const planner of planners) {
    passAt(story, planner, {
      to: () => (chance(random, cateringShare) ? caterer : hall),
      keep: between(random, 0.08, 0.3),
      time: ({ time }) => Math.floor((nextOf(evenings, time / DAY_SECONDS) - between(random, 0, 6)) * DAY_SECONDS),
    });
    spendMargin(story, planner);
  }
  runPrincipal(story, hall);
  return [hall, caterer, ...planners];
}

/**
 * Estate agents who let for one owner: several people leave a deposit to reserve a flat, one gets it and the others get
 * theirs back; first rent and deposit go to the owner.
 */
export function plantEstateAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(2, 8));
  if (agents.length < 2) return [];
  const owner = story.principal(story.anotherTown(), 0.7);
  sell(story, {
    agents,
    customers: [4, 22],
    price: drawPrices(story, 350, 4000),
    terms: drawTerms(story, 'whole', 'whole', 'deposit'),
    day: steadily(story),
    refunds: between(random, 0.05, 0.45),
  });
  const wait = logBetween(random, 0.5, 20);
  for (const agent of agents) {
    passAt(story, agent, {
      to: owner,
      keep: between(random, 0.03, 0.25),
      time: ({ time }) => Math.floor(time + (12 + wait * between(random, 0, 2)) * DAY_SECONDS),
    });
    spendMargin(story, agent);
  }
  if (chance(random, 0.6)) runPrincipal(story, owner);
  return [owner, ...agents];
}

/** Neighbours who look after holiday houses: guests pay them once, the owner abroad gets the rest after cleaning. */
export function plantHolidayCaretakers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const caretakers = story.persons(story.several(2, 6));
  const owner = story.principal(stage.geography.townAt(random()), 0.85);
  if (caretakers.length < 2) return [];
  sell(story, {
    agents: caretakers,
    customers: [5, 25],
    price: drawPrices(story, 200, 1800),
    terms: drawTerms(story, 'whole', 'deposit'),
    day: inSeason(story, 40, 200),
  });
  const pass = chance(random, 0.5) ? passEach : passInRuns;
  for (const caretaker of caretakers) {
    pass(story, caretaker, { to: owner, keep: between(random, 0.06, 0.3), hours: waiting(story, 6, 400) });
    spendMargin(story, caretaker);
  }
  return [owner, ...caretakers];
}
