import { PROFILES } from '../regimes/draw-regime.js';
import { type Stage } from '../stage.js';

/** How often each ordinary payment occurs beside the others, and who has a visible wage, in a world's books. */
export interface LifeWeights {
  /** Share of people with an income from an employer or office. */
  readonly wages: number;
  readonly purchases: number;
  readonly friends: number;
  readonly cash: number;
  readonly bills: number;
}

/** The world of version 0.1.0, where everybody shops by card. */
const EVERYTHING: LifeWeights = { wages: 0.9, purchases: 6, friends: 1.4, cash: 1.2, bills: 1.4 };

/**
 * Ordinary life as the world's books show it of everybody: an operator with a wage where nobody has one, or purchases
 * where nobody shops, could be told by that alone.
 */
export function lifeWeights({ regime }: Stage): LifeWeights {
  const habits = PROFILES.find(({ name }) => name === regime.name)?.habits;
  if (habits === undefined) return EVERYTHING;
  const { wages, purchases, friends, cash, bills, rent } = habits;
  return { wages, purchases, friends: friends + habits.relatives, cash, bills: bills + rent };
}
