import { createRandom, type RandomSource, randomInteger, shuffle } from '../../foundation/index.js';
import { between, wholeBetween } from '../draws.js';
import { givenOnly } from '../given-only.js';
import { type RegimeProfile } from './profile.js';
import { type Regime, REGIME_NAMES, type RegimeName } from './regime.js';

export { PROFILES } from './profiles/index.js';

/** Shortest and longest period drawn, in days: 2 to 14 months. */
const SHORTEST = 61;
const LONGEST = 425;

/** A regime drawn by a seed, each as likely as any other. */
export function regimeOfSeed(seed: number): RegimeName {
  const random = createRandom(seed);
  random();
  return REGIME_NAMES[randomInteger(random, REGIME_NAMES.length)]!;
}

/** What a caller may fix instead of having it drawn. */
export type RegimeChoice = {
  readonly [K in 'days' | 'resolution' | 'columns' | 'banksSeen' | 'rowsMissing' | 'disguise']: Regime[K] | undefined;
};

/** Draws a world's regime from a profile. What is chosen is laid over it and changes nothing else that is drawn. */
export function drawRegime(profile: RegimeProfile, random: RandomSource, choice: RegimeChoice): Regime {
  const homes = shuffle([...profile.homePool], random).slice(0, wholeBetween(random, ...profile.homes));
  const drawn: Omit<Regime, 'incomeLevel'> = {
    name: profile.name,
    view: profile.view,
    homes,
    days: Math.round(SHORTEST * Math.pow(LONGEST / SHORTEST, random())),
    resolution: weighted(profile.resolutions, random),
    columns: weighted(profile.columns, random),
    personChannels: profile.personChannels,
    cashShare: between(random, ...profile.cashShare),
    depositorShown: between(random, ...profile.depositorShown),
    acquirer: random() < profile.acquirer,
    banks: wholeBetween(random, ...profile.banks),
    banksSeen: 1,
    rowsMissing: between(random, ...profile.rowsMissing),
    thickShare: between(random, ...profile.thickShare),
    disguise: random(),
    stories: 'varied',
  };
  return { ...drawn, ...givenOnly(choice), incomeLevel: 1 };
}

/** A key drawn by its weight. */
function weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>, random: RandomSource): T {
  const entries = Object.entries(weights) as [T, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries[0]![0];
}
