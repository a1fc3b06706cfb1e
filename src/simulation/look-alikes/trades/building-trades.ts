import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { inSeason, payingDays, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passEach, passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Craftsmen who buy at one wholesaler: half a job is material. The customer's advance pays for it, the rest is what the
 * craftsman lives on. Some settle job by job, some by monthly account.
 */
export function plantCraftsmen(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const craftsmen = story.agents(story.several(3, 12));
  if (craftsmen.length < 2) return [];
  const wholesaler = chance(random, 0.5)
    ? pick(random, stage.economy.in(story.country).wholesalers)
    : story.principal(story.anotherTown(), 0.2);
  const terms = drawTerms(story, 'whole', 'deposit', 'deposit', 'thirds');
  const price = drawPrices(story, 300, 6000);
  sell(story, { agents: craftsmen, customers: [4, 20], price, terms, day: steadily(story), refunds: 0 });
  const onAccount = chance(random, 0.4);
  for (const craftsman of craftsmen) {
    const onward = { to: wholesaler, keep: between(random, 0.3, 0.65) };
    if (onAccount) passOnDays(story, craftsman, { ...onward, days: payingDays(story, 30) });
    else passEach(story, craftsman, { ...onward, hours: waiting(story, 5, 150) });
    spendMargin(story, craftsman);
  }
  return [wholesaler, ...craftsmen];
}

/**
 * Installers of solar panels and roofs in one sales partnership: a third with the order, a third at delivery, the rest when
 * it works; most of it goes to one supplier of modules as soon as an order is certain.
 */
export function plantRoofInstallers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const installers = story.agents(story.several(2, 9));
  if (installers.length < 2) return [];
  const supplier = story.principal();
  sell(story, {
    agents: installers,
    customers: [3, 16],
    price: drawPrices(story, 2500, 16_000),
    terms: drawTerms(story, 'thirds', 'deposit'),
    day: inSeason(story, 40, 260),
  });
  for (const installer of installers) {
    passInRuns(story, installer, { to: supplier, keep: between(random, 0.12, 0.4), hours: waiting(story, 8, 400) });
    spendMargin(story, installer);
  }
  runPrincipal(story, supplier);
  return [supplier, ...installers];
}
