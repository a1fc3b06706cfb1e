import { CHOICE, defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';

/** Every number that decides what is measured about relations and accounts. */
export const FEATURE_PARAMETERS = Object.freeze({
  occasionHours: {
    value: 24,
    unit: 'hours',
    meaning:
      'Payments of a relation that follow each other by less are one occasion: pieces of one deposit are one act, and a day is the coarsest time that data give',
    source: CHOICE,
  },
  exceptionalShare: {
    value: 0.1,
    unit: 'share',
    meaning:
      'A payment is exceptional among the largest tenth of what its payer pays: a decile favours no amount, currency or country',
    source: CHOICE,
  },
  pseudoPayments: {
    value: 5,
    unit: 'count',
    meaning:
      "Payments of the file added to every payer's own: fewer than about five are no history worth more than the file's",
    source: CHOICE,
  },
  repeatedOccasions: {
    value: 3,
    unit: 'count',
    meaning: 'Fewest occasions of a standing or regular relation: three is the least that shows repetition',
    source: CHOICE,
  },
  standingShare: {
    value: 0.5,
    unit: 'share',
    meaning: "A standing relation spans at least this share of the file's period: half of it is no campaign inside it",
    source: CHOICE,
  },
  regularValueSpread: {
    value: 1 / 3,
    unit: 'ratio',
    meaning: 'Values of a regular relation vary by less (coefficient of variation): wages vary by a few per cent',
    source: CHOICE,
  },
  regularGapSpread: {
    value: 0.5,
    unit: 'ratio',
    meaning:
      'Gaps of a regular relation vary by less (coefficient of variation): clearly below a Poisson process, which has 1',
    source: CHOICE,
  },
  livingShare: {
    value: 0.25,
    unit: 'share',
    meaning:
      "A regular relation worth this share of its receiver's whole inflow is a living: a second job is one, a bill never a quarter of a utility's income",
    source: CHOICE,
  },
  livingDays: {
    value: 56,
    unit: 'days',
    meaning:
      'Fewest days from the first to the last payment of a living: three pay days of a month lie eight weeks apart or more, and of three payments at any times every other set is as even',
    source: CHOICE,
  },
  someShare: {
    value: 0.3,
    unit: 'share',
    meaning: 'Least purity and passed-on share of an account that gathers: a good part of its money',
    source: CHOICE,
  },
  mostShare: {
    value: 0.5,
    unit: 'share',
    meaning: 'Least purity and passed-on share of an account that gathers strictly: most of its money',
    source: CHOICE,
  },
  strictPayers: {
    value: 2,
    unit: 'count',
    meaning: 'Fewest exceptional payers of an account that gathers strictly: the least that can be called gathering',
    source: CHOICE,
  },
  noticeableShare: {
    value: 0.1,
    unit: 'share',
    meaning:
      'A tie counts from this share of the money of one of its sides on: a receiver of less is spending, not a destination',
    source: CHOICE,
  },
  manyPayersPercentile: {
    value: 0.98,
    unit: 'share',
    meaning: "An account is paid by very many above this percentile of the file's accounts",
    source: CHOICE,
  },
  manyPayersLeast: {
    value: 20,
    unit: 'count',
    meaning: 'Fewest payers of an account that is paid by very many',
    source: CHOICE,
  },
  businessLivings: {
    value: 2,
    unit: 'count',
    meaning: 'Livings paid by an account that behaves like a business',
    source: CHOICE,
  },
  businessReceivers: {
    value: 5,
    unit: 'count',
    meaning: 'Receivers of an account that is paid by very many and behaves like a business: a till pays few',
    source: CHOICE,
  },
  personPayers: {
    value: 25,
    unit: 'count',
    meaning: 'Most payers of a receiver that may be a person: more is a counter, a shop or an office',
    source: CHOICE,
  },
} satisfies ParameterSet);

export type FeatureParameterName = keyof typeof FEATURE_PARAMETERS;
export type FeatureParameters = ParameterValues<FeatureParameterName>;

/** The defaults of {@link FEATURE_PARAMETERS}. */
export const FEATURE_DEFAULTS: FeatureParameters = defaultsOf({ id: 'features', parameters: FEATURE_PARAMETERS });
