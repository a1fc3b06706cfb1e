import { between } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passEach, passInRuns } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Movers who have the lorry from somebody else: customers pay the mover once, the mover a dispatcher, the dispatcher the
 * one haulier who drives. Two steps, each keeping a share.
 */
export function plantMovingFirms(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const movers = story.agents(story.several(3, 9));
  if (movers.length < 3) return [];
  const dispatchers = Array.from({ length: Math.ceil(movers.length / story.several(2, 6)) }, () =>
    story.principal(story.anotherTown(), 0.6),
  );
  const haulier = story.principal(story.anotherTown(), 0.5);
  const price = drawPrices(story, 250, 2600);
  const terms = drawTerms(story, 'whole', 'deposit');
  sell(story, { agents: movers, customers: [4, 20], price, terms, day: steadily(story) });
  const hours = waiting(story, 4, 160);
  movers.forEach((mover, i) => {
    passEach(story, mover, { to: dispatchers[i % dispatchers.length]!, keep: between(random, 0.1, 0.35), hours });
    spendMargin(story, mover);
  });
  for (const dispatcher of dispatchers) {
    passInRuns(story, dispatcher, { to: haulier, keep: between(random, 0.05, 0.2), hours: waiting(story, 4, 200) });
  }
  runPrincipal(story, haulier);
  return [haulier, ...dispatchers, ...movers];
}
