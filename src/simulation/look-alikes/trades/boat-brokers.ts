import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { inSeason } from '../story/calendar.js';
import { runPrincipal } from '../story/living.js';
import { passAt } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Brokers on the coast who sell small boats from one yard: a buyer's money rests with the broker until the boat has been
 * surveyed and handed over, then goes to the yard less commission. A failed survey brings the money back.
 */
export function plantBoatBrokers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const brokers = story.agents(story.several(2, 5));
  if (brokers.length < 2) return [];
  const yard = story.principal();
  const price = drawPrices(story, 1200, 16_000);
  sell(story, {
    agents: brokers,
    customers: [3, 12],
    price,
    terms: drawTerms(story, 'whole', 'deposit'),
    day: inSeason(story, 50, 250),
    refunds: between(random, 0, 0.2),
  });
  const survey = logBetween(random, 1, 30);
  for (const broker of brokers) {
    passAt(story, broker, {
      to: yard,
      keep: between(random, 0.04, 0.12),
      time: ({ time }) => Math.floor(time + survey * between(random, 0.4, 1.8) * DAY_SECONDS),
    });
  }
  if (chance(random, 0.8)) runPrincipal(story, yard, { ownCustomers: price });
  return [yard, ...brokers];
}
