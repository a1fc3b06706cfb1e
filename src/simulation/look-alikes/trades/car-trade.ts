import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { inSeason, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passEach, passWhenEnough } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Small car dealers with one importer: each sale, often with a deposit first, is settled with the importer within days. */
export function plantCarDealers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const dealers = story.agents(story.several(2, 8));
  if (dealers.length < 2) return [];
  const importer = chance(random, 0.4) ? story.principal() : story.firm(story.anotherTown());
  const price = drawPrices(story, 1500, 14_000);
  const terms = drawTerms(story, 'whole', 'deposit');
  sell(story, { agents: dealers, customers: [3, 14], price, terms, day: steadily(story) });
  const hours = waiting(story, 3, 240);
  for (const dealer of dealers) {
    passEach(story, dealer, { to: importer, keep: between(random, 0.04, 0.18), hours });
    spendMargin(story, dealer);
  }
  runPrincipal(story, importer);
  return [importer, ...dealers];
}

/**
 * Exporters of used cars: relatives in Europe pay for a car that somebody at home is to have; the exporter buys at one
 * auction house once enough has come in, and pays the shipping line for the sailing.
 */
export function plantCarExporters(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const exporters = story.persons(story.several(2, 6));
  if (exporters.length < 2) return [];
  const auction = story.firm(story.anotherTown());
  const shipping = story.firm(story.townIn(pick(random, ['NL', 'DE', 'FR'])));
  sell(story, {
    agents: exporters,
    customers: [3, 16],
    price: drawPrices(story, 900, 8000),
    terms: drawTerms(story, 'whole', 'deposit', 'thirds'),
    day: chance(random, 0.5) ? steadily(story) : inSeason(story, 30, 160),
  });
  const toShipping = between(random, 0.08, 0.3);
  for (const exporter of exporters) {
    passWhenEnough(story, exporter, {
      to: () => (chance(random, toShipping) ? shipping : auction),
      keep: between(random, 0.04, 0.2),
      minor: between(random, 200_000, 1_200_000),
      hours: waiting(story, 4, 90),
    });
    spendMargin(story, exporter);
  }
  runPrincipal(story, auction);
  return [auction, shipping, ...exporters];
}
