import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { payingDays, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passEach, passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Small funeral homes that share one crematorium: a family pays some weeks after a death, once and much; the crematorium,
 * the florist and the cemetery are paid by case or at the end of the month.
 */
export function plantFuneralHomes(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const homes = story.agents(story.several(2, 7));
  if (homes.length < 2) return [];
  const crematorium = story.firm(story.anotherTown());
  const terms = drawTerms(story, 'whole', 'whole', 'deposit');
  const price = drawPrices(story, 1200, 5500);
  sell(story, { agents: homes, customers: [3, 15], price, terms, day: steadily(story), refunds: 0.01 });
  const byCase = chance(random, 0.5);
  for (const home of homes) {
    const onward = { to: crematorium, keep: between(random, 0.25, 0.65) };
    if (byCase) passEach(story, home, { ...onward, hours: waiting(story, 12, 300) });
    else passOnDays(story, home, { ...onward, days: payingDays(story, 30) });
    spendMargin(story, home);
  }
  runPrincipal(story, crematorium);
  return [crematorium, ...homes];
}
