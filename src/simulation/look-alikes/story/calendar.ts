import { randomNormal } from '../../../foundation/index.js';
import { between, chance, pick } from '../../draws.js';
import { logBetween } from './prices.js';
import { type Story } from './story.js';

/** Draws the day of the next event of a story; may lie outside the period: stories begin before it and end after it. */
export type Days = () => number;

/** Business as usual throughout, or for a part of the period: shops open and close. */
export function steadily(story: Story): Days {
  const { random } = story;
  const { days } = story.stage.clock;
  const first = chance(random, 0.6) ? 0 : between(random, 0, days * 0.6);
  const last = chance(random, 0.7) ? days : between(random, first + (days - first) * 0.4, days);
  return () => between(random, first, last);
}

/** A season with a peak, `low` to `high` days long from its first to its last customers. */
export function inSeason(story: Story, low: number, high: number): Days {
  const { random } = story;
  const length = logBetween(random, low, high);
  const peak = between(random, 0.1, 0.9) * story.stage.clock.days;
  return () => peak + (length / 5) * Math.max(-2.5, Math.min(2.5, randomNormal(random)));
}

/** A few dates, such as departures or terms; each customer belongs to one. About one for every `apart` days. */
export function dates(story: Story, apart: number): number[] {
  const { random } = story;
  const { days } = story.stage.clock;
  const found: number[] = [];
  for (let day = between(random, 0, apart); day < days + apart / 2; day += apart * between(random, 0.6, 1.4)) {
    found.push(Math.floor(day));
  }
  return found.length > 0 ? found : [Math.floor(days / 2)];
}

/** The first of some dates that is not before a day; a rhythm after the last one if all are. */
export function nextOf(days: readonly number[], day: number): number {
  let next = Infinity;
  for (const date of days) if (date >= day && date < next) next = date;
  return next === Infinity ? Math.ceil(day) + 14 : next;
}

/** Lead times: customers come `low` to `high` days before one of some dates. */
export function before(story: Story, days: readonly number[], low: number, high: number): Days {
  return () => pick(story.random, days) - logBetween(story.random, low, high);
}

/** Days on which somebody does their paying: about every `rhythm` days, more or less punctually. */
export function payingDays(story: Story, rhythm: number): number[] {
  const { random } = story;
  const { days } = story.stage.clock;
  const slack = rhythm * between(random, 0, 0.3);
  const found: number[] = [];
  for (let day = between(random, 0, rhythm); day < days; day += rhythm) {
    found.push(Math.min(days - 1, Math.max(0, Math.floor(day + between(random, -slack, slack)))));
  }
  return found;
}

/** A waiting time in hours that suits a story: drawn once around a level between the bounds, then varying about it. */
export function waiting(story: Story, low: number, high: number): () => number {
  const { random } = story;
  const level = logBetween(random, low, high);
  return () => level * between(random, 0.3, 1.7);
}
