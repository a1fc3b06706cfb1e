import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';
import { onlyStricter } from './only-stricter.js';

const MANY = Number.MAX_SAFE_INTEGER;

/**
 * Every number that decides who may be named outside leads (see `MoneyHandling`), which payers a person should look at, and
 * how small a number is shown. Who may be named in a lead is for the sets `score` and `roles`.
 */
export const NAMING_PARAMETERS = Object.freeze({
  gatheringFamilies: onlyStricter(
    'count',
    6,
    [6, MANY],
    'Gathers: fewest families that give; fewer pool for a journey',
  ),
  mostOfOne: onlyStricter('share', 0.5, [0, 0.5], 'Gathers: no family gives this share of what comes in'),
  mostOfThree: onlyStricter('share', 0.8, [0, 0.8], 'Gathers: no three families give this share together'),
  givenShare: onlyStricter('share', 0.5, [0.5, 1], 'Gathers: least share of what comes in that all families give'),
  passingFamilies: onlyStricter(
    'count',
    3,
    [3, MANY],
    'Passes on: fewest families; fewer may pay for one of their own',
  ),
  passingOccasions: onlyStricter('count', 3, [3, MANY], 'Passes on: fewest occasions, a day apart or more'),
  passedShare: onlyStricter(
    'share',
    0.8,
    [0.8, 1],
    'Passes on: least share of all that came in that left again in time',
  ),
  passedDays: chosen(
    'days',
    3,
    'Passes on: greatest time until the money left. Fixed: fewer days could name somebody whom more would not, and the reverse',
    [3, 3],
  ),
  familyTransfers: onlyStricter(
    'count',
    1000,
    [1000, MANY],
    'A giver with more payments than this is a business and links nobody to a family',
  ),
  livingShare: onlyStricter(
    'share',
    0.25,
    [0, 0.25],
    'Who gets this share of what comes in by one relation that keeps it lives on it and is not named',
  ),
  keptOccasions: onlyStricter('count', 3, [2, 3], 'Fewest payments, a day apart or more, that keep somebody'),
  keptPeriodShare: onlyStricter('share', 0.5, [0, 0.5], 'What lasts for this share of the data keeps somebody'),
  keptAmountVariation: onlyStricter('ratio', 1 / 3, [1 / 3, 1000], 'Or amounts vary by less (deviation over mean)'),
  keptGapVariation: onlyStricter('ratio', 0.5, [0.5, 1000], 'And gaps vary by less'),
  leastShown: onlyStricter('count', 3, [3, MANY], 'Smaller numbers of people whom a concern is about are not shown'),
  reviewCollectors: chosen('count', 3, 'A person should look at a payer who pays this many accounts of a lead'),
  reviewDeposits: chosen('count', 6, 'And at one who makes more deposits than this'),
  reviewSources: chosen('count', 3, 'And at one whose deposits come from this many others, first in, first out'),
} satisfies ParameterSet);

/** Values of {@link NAMING_PARAMETERS} by name. */
export type NamingParameters = ParameterValues<keyof typeof NAMING_PARAMETERS>;

/** The defaults of {@link NAMING_PARAMETERS}. */
export const NAMING_DEFAULTS: NamingParameters = defaultsOf({ id: 'naming', parameters: NAMING_PARAMETERS });
