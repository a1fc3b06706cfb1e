import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passEach, passInRuns } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Private sellers on a marketplace who hold no stock: strangers from everywhere pay, and within minutes to a day the same
 * order is placed and paid at one wholesaler, who sends the parcel. Many orders, some come back.
 */
export function plantDropShippers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const sellers = story.persons(story.several(2, 10));
  if (sellers.length < 2) return [];
  const wholesaler = story.principal(story.anotherTown(), 0.3);
  sell(story, {
    agents: sellers,
    customers: [8, 50],
    price: drawPrices(story, 30, 700),
    terms: drawTerms(story, 'whole'),
    day: steadily(story),
    refunds: between(random, 0.02, 0.15),
  });
  const hours = waiting(story, 0.2, 30);
  const pass = chance(random, 0.7) ? passEach : passInRuns;
  for (const seller of sellers) {
    pass(story, seller, { to: wholesaler, keep: between(random, 0.08, 0.35), hours });
    spendMargin(story, seller);
  }
  runPrincipal(story, wholesaler);
  return [wholesaler, ...sellers];
}
