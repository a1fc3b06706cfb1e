import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { before, dates, waiting } from '../story/calendar.js';
import { spendMargin } from '../story/living.js';
import { passEach, passInRuns } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Leaders of hiking and study tours, paid by each participant, who pay local guides by way of a friend with an account
 * in the guides' country: tour leaders, one person between, several guides.
 */
export function plantTourLeaders(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const leaders = story.agents(story.several(2, 7));
  const abroad = pick(random, ['TR', 'GR', 'ES', 'IT', 'PL', 'RS']);
  const friend = story.person(story.townIn(abroad));
  if (leaders.length < 2 || friend < 0) return [];
  const guides = Array.from({ length: story.several(2, 5) }, () => story.principal(story.townIn(abroad), 0.8));
  const tours = dates(story, between(random, 10, 40));
  sell(story, {
    agents: leaders,
    customers: [4, 18],
    price: drawPrices(story, 200, 2200),
    terms: drawTerms(story, 'whole', 'deposit'),
    day: before(story, tours, 2, 60),
  });
  const hours = waiting(story, 10, 300);
  for (const leader of leaders) {
    const pass = chance(random, 0.5) ? passInRuns : passEach;
    pass(story, leader, { to: friend, keep: between(random, 0.1, 0.4), hours });
    spendMargin(story, leader);
  }
  passInRuns(story, friend, {
    to: () => pick(random, guides),
    keep: between(random, 0, 0.08),
    hours: waiting(story, 2, 96),
  });
  return [friend, ...leaders, ...guides];
}
