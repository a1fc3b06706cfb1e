import { between, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { before, dates } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * People who gather barrels and boxes for families at home: senders pay per box before a container sails, and the
 * gatherers pay one forwarder for the container when it is full.
 */
export function plantFreightForwarders(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const gatherers = story.persons(story.several(2, 8));
  if (gatherers.length < 2) return [];
  const forwarder = story.principal(story.townIn(pick(random, ['NL', 'DE', 'FR', 'ES', 'IT'])));
  const sailings = dates(story, between(random, 14, 60));
  const price = drawPrices(story, 60, 900);
  sell(story, {
    agents: gatherers,
    customers: [5, 30],
    price,
    terms: drawTerms(story, 'whole', 'deposit'),
    day: before(story, sailings, 1, 35),
  });
  for (const gatherer of gatherers) {
    const days = sailings.map((sailing) => sailing - between(random, 0, 4));
    passOnDays(story, gatherer, { to: forwarder, keep: between(random, 0.03, 0.25), days });
    spendMargin(story, gatherer);
  }
  runPrincipal(story, forwarder, { ownCustomers: price });
  return [forwarder, ...gatherers];
}
