import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { dates, payingDays, steadily } from '../story/calendar.js';
import { spendMargin } from '../story/living.js';
import { passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Driving instructors on their own account in one school's name: learners pay in several parts, test fees go to the
 * testing body before each test date, and the school takes its share for cars and theory every month.
 */
export function plantDrivingSchools(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const instructors = story.agents(story.several(2, 8));
  if (instructors.length < 2) return [];
  const school = story.principal();
  const testing = story.firm(stage.geography.townsOf(story.country)[0]);
  sell(story, {
    agents: instructors,
    customers: [5, 22],
    price: drawPrices(story, 500, 3200),
    terms: drawTerms(story, 'thirds', 'instalments', 'deposit'),
    day: steadily(story),
  });
  const tests = dates(story, between(random, 6, 21));
  for (const instructor of instructors) {
    const feeShare = between(random, 0.08, 0.2);
    const days = tests.map((test) => test - 1);
    passOnDays(story, instructor, { to: testing, keep: 1 - feeShare, days });
    passOnDays(story, instructor, { to: school, keep: between(random, 0.3, 0.7), days: payingDays(story, 30) });
    spendMargin(story, instructor);
  }
  if (chance(random, 0.5)) passOnDays(story, school, { to: testing, keep: 0.9, days: payingDays(story, 30) });
  return [school, testing, ...instructors];
}
