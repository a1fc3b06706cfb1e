import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { before, dates, waiting } from '../story/calendar.js';
import { runPrincipal } from '../story/living.js';
import { passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * People who sell tickets for concerts, festivals and matches of one promoter: a burst before each evening, settled
 * either the next day or once after the event; what was paid for a cancelled evening goes back.
 */
export function plantTicketSellers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const sellers = story.agents(story.several(3, 12));
  if (sellers.length < 2) return [];
  const promoter = story.principal();
  const evenings = dates(story, between(random, 12, 90));
  const price = drawPrices(story, 20, 320);
  const day = before(story, evenings, 0.5, 40);
  sell(story, { agents: sellers, customers: [5, 40], price, terms: drawTerms(story, 'whole'), day });
  const afterwards = chance(random, 0.5);
  const hours = waiting(story, 6, 120);
  for (const seller of sellers) {
    const onward = { to: promoter, keep: between(random, 0, 0.12) };
    if (afterwards) {
      const days = evenings.map((evening) => evening + between(random, 1, 9));
      passOnDays(story, seller, { ...onward, days });
    } else {
      passInRuns(story, seller, { ...onward, hours });
    }
  }
  runPrincipal(story, promoter, { ownCustomers: price });
  return [promoter, ...sellers];
}
