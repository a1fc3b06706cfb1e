import { between, chance, logNormal, pick, roundedMinor } from '../../draws.js';
import { type Days } from '../story/calendar.js';
import { tenure } from '../story/selling.js';
import { type Story } from '../story/story.js';

/** How people of a community give. */
export interface Gathering {
  readonly gatherers: readonly number[];
  /** Fewest and most givers of a gatherer. */
  readonly givers: readonly [low: number, high: number];
  /** Usual gift in major units; most people give about that, a few far more. */
  readonly gift: number;
  readonly day: Days;
  /** Share of givers who give more than once. Default 0.1. */
  readonly again?: number;
}

/** People give to somebody they know who gathers for a purpose. Nobody buys anything, so nothing is paid back. */
export function gather(story: Story, { gatherers, givers, gift, day, again = 0.1 }: Gathering): void {
  const { random } = story;
  const sigma = between(random, 0.2, 0.9);
  const generous = between(random, 0, 0.08);
  const step = pick(random, gift > 150 ? [10, 50, 50, 100] : [5, 5, 10, 20]);
  for (const gatherer of gatherers) {
    const inTenure = tenure(story, day);
    for (const giver of story.customers(story.several(...givers), story.townOf(gatherer))) {
      do {
        const usual = logNormal(random, gift, sigma) * story.stage.regime.incomeLevel;
        const minor = roundedMinor(chance(random, generous) ? usual * between(random, 4, 12) : usual, step);
        story.collect(giver, gatherer, minor, inTenure());
      } while (chance(random, again));
    }
  }
}
