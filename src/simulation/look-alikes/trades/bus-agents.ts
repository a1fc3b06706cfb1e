import { between } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { payingDays, steadily } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Agents of a coach line across borders: kiosks and private people who sell seats and hand the takings, less a
 * commission, to the line every few days. Cheap, one-off, from people of many towns.
 */
export function plantBusAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(3, 12));
  if (agents.length < 2) return [];
  const line = story.principal(story.anotherTown(), 0.25);
  const price = drawPrices(story, 25, 190);
  sell(story, { agents, customers: [8, 35], price, terms: drawTerms(story, 'whole'), day: steadily(story) });
  const rhythm = logBetween(random, 1, 15);
  for (const agent of agents) {
    passOnDays(story, agent, { to: line, keep: between(random, 0.05, 0.15), days: payingDays(story, rhythm) });
    spendMargin(story, agent);
  }
  runPrincipal(story, line, { ownCustomers: price });
  return [line, ...agents];
}
