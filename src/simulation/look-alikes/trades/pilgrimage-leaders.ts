import { between, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { inSeason, payingDays } from '../story/calendar.js';
import { passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Leaders of pilgrimages: private people who gather the savings of their group over weeks and hand nearly all of it to
 * one licensed operator, in the two or three parts that the contract names. The operator pays an airline and a hotel.
 */
export function plantPilgrimageLeaders(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const leaders = story.persons(story.several(2, 9));
  if (leaders.length < 2) return [];
  const operator = story.firm(story.anotherTown());
  const day = inSeason(story, 40, 300);
  sell(story, {
    agents: leaders,
    customers: [5, 30],
    price: drawPrices(story, 900, 5500),
    terms: drawTerms(story, 'whole', 'deposit', 'instalments', 'thirds'),
    day,
  });
  const rhythm = logBetween(random, 8, 60);
  for (const leader of leaders) {
    passOnDays(story, leader, { to: operator, keep: between(random, 0, 0.06), days: payingDays(story, rhythm) });
  }
  const hotels = [story.payee('hotel'), story.firm(story.townIn(pick(random, ['TR', 'IQ', 'IT', 'ES'])))];
  const airline = story.payee('airline');
  passOnDays(story, operator, {
    to: () => (random() < 0.55 ? airline : pick(random, hotels)),
    keep: between(random, 0.05, 0.2),
    days: payingDays(story, between(random, 5, 25)),
  });
  return [operator, ...leaders];
}
