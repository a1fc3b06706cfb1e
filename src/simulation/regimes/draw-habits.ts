import { type RandomSource } from '../../foundation/index.js';
import { between } from '../draws.js';
import { type Habits } from '../life/habits.js';

/** A world's own habits: each of the profile's, up to a third less or half more; shares stay below 1. */
export function drawHabits(usual: Habits, random: RandomSource): Habits {
  const vary = (value: number): number => value * between(random, 0.67, 1.5);
  const share = (value: number): number => Math.min(0.95, vary(value));
  return {
    wages: share(usual.wages),
    fortnightly: share(usual.fortnightly),
    weekly: share(usual.weekly),
    oddJobs: share(usual.oddJobs),
    traders: share(usual.traders),
    purchases: vary(usual.purchases),
    cash: vary(usual.cash),
    friends: vary(usual.friends),
    strangers: share(usual.strangers),
    relatives: share(usual.relatives),
    abroad: share(usual.abroad),
    bills: vary(usual.bills),
    rent: share(usual.rent),
    savings: share(usual.savings),
    topUps: share(usual.topUps),
    large: share(usual.large),
    firms: share(usual.firms),
  };
}
