import { between } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { before, dates, nextOf } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passAt } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Travel agencies that buy from one consolidator: customers book weeks ahead of a departure with deposit and balance, the
 * agency pays for the tickets some days before people fly and keeps a commission; cancelled trips are paid back.
 */
export function plantTravelAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(2, 10));
  if (agents.length < 2) return [];
  const consolidator = story.principal();
  const departures = dates(story, between(random, 4, 30));
  const price = drawPrices(story, 250, 4500);
  sell(story, {
    agents,
    customers: [4, 28],
    price,
    terms: drawTerms(story, 'whole', 'deposit', 'deposit'),
    day: before(story, departures, 3, 110),
    refunds: between(random, 0, 0.14),
  });
  const deadline = logBetween(random, 0.5, 21);
  for (const agent of agents) {
    passAt(story, agent, {
      to: consolidator,
      keep: between(random, 0.03, 0.16),
      time: ({ time }) =>
        Math.floor((nextOf(departures, time / DAY_SECONDS) - deadline * between(random, 0.5, 1.5)) * DAY_SECONDS),
    });
    spendMargin(story, agent);
  }
  runPrincipal(story, consolidator, { ownCustomers: price });
  return [consolidator, ...agents];
}
