import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { dates, nextOf, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passAt, passInRuns } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Agents for treatment abroad: patients pay a deposit when they book and the balance around the treatment; the agents pay
 * one clinic in another country, per group trip or within days, and keep a commission. Some treatments do not happen.
 */
export function plantDentalAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.persons(story.several(2, 8));
  if (agents.length < 2) return [];
  const clinic = story.principal(story.townIn(pick(random, ['TR', 'HU', 'PL', 'RS', 'MX'])), 0.35);
  sell(story, {
    agents,
    customers: [4, 20],
    price: drawPrices(story, 700, 9000),
    terms: drawTerms(story, 'deposit', 'deposit', 'whole'),
    day: steadily(story),
    refunds: between(random, 0.01, 0.15),
  });
  const trips = dates(story, between(random, 7, 40));
  const inGroups = chance(random, 0.5);
  for (const agent of agents) {
    const onward = { to: clinic, keep: between(random, 0.05, 0.22) };
    if (inGroups) {
      const time = (receipt: { time: number }): number =>
        Math.floor((nextOf(trips, receipt.time / DAY_SECONDS) + random() * 2) * DAY_SECONDS);
      passAt(story, agent, { ...onward, time });
    } else {
      passInRuns(story, agent, { ...onward, hours: waiting(story, 5, 120) });
    }
    spendMargin(story, agent);
  }
  runPrincipal(story, clinic);
  return [clinic, ...agents];
}
