import { CHOICE, defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';

/**
 * Every number that decides in the score, its grouping, its bands and the protection of payers. Scores are in nats
 * (natural logarithms of odds). None of them was set by looking at a figure measured on generated worlds, save the cut
 * of the bands, which is not lowered because worlds of our own look clean.
 */
export const SCORE_PARAMETERS = Object.freeze({
  noticeableShare: {
    value: 0.1,
    unit: 'share',
    meaning: 'A tie counts from this share of the money of one of its sides on; a receiver of less is spending',
    source: CHOICE,
  },
  candidateScore: {
    value: 1,
    unit: 'ratio',
    range: [-20, 20],
    meaning: 'Least score, in nats, of an account that may be grouped',
    source: CHOICE,
  },
  jointReceiverPayers: {
    value: 30,
    unit: 'count',
    meaning: 'An account paid by more than this many joins nobody who pays it: it is a public place',
    source: CHOICE,
  },
  leastMembers: { value: 3, unit: 'count', meaning: 'Least number of accounts of a lead by score', source: CHOICE },
  payrollLivings: {
    value: 4,
    unit: 'count',
    meaning: 'A group that pays at least so many livings to others is set aside as an employer',
    source: CHOICE,
  },
  payrollShare: {
    value: 0.5,
    unit: 'share',
    meaning: 'For large groups the livings that set it aside are this share of its accounts',
    source: CHOICE,
  },
  strongScore: {
    value: 3,
    unit: 'ratio',
    range: [-20, 20],
    meaning: 'Least mean score, in nats, of a strong lead',
    source: CHOICE,
  },
  secondLookScore: {
    value: 2,
    unit: 'ratio',
    range: [-20, 20],
    meaning: 'Least mean score, in nats, of a second look, which fee flows must also support',
    source: CHOICE,
  },
  listedPayers: {
    value: 2,
    unit: 'count',
    meaning: 'Listed for gathering: least number of payers for whom paying it is exceptional',
    source: CHOICE,
  },
  listedMarkedIn: {
    value: 0.3,
    unit: 'share',
    meaning: 'Listed for carrying: least share of exceptional money in all it receives',
    source: CHOICE,
  },
  listedMarkedPassed: {
    value: 0.3,
    unit: 'share',
    meaning: 'Listed for carrying: least share of that exceptional money that it pays on',
    source: CHOICE,
  },
  listedGatherers: {
    value: 2,
    unit: 'count',
    meaning: 'Listed for receiving: least number of gathering accounts that feed it',
    source: CHOICE,
  },
  protectedReceiverScore: {
    value: -1,
    unit: 'ratio',
    range: [-20, 20],
    meaning: 'Who pays an account of at least this score, in nats, may be its payer and is protected as one',
    source: CHOICE,
  },
  ownMoneyShare: {
    value: 0.5,
    unit: 'share',
    meaning: 'An exceptional payment is out of own money if less than this share of it came from exceptional receipts',
    source: CHOICE,
  },
  refundedPayers: {
    value: 3,
    unit: 'count',
    meaning: 'Who is paid back by the account it pays is protected below this many exceptional payers of its own',
    source: CHOICE,
  },
} satisfies ParameterSet);

export type ScoreParameterName = keyof typeof SCORE_PARAMETERS;

/** Current values of {@link SCORE_PARAMETERS}, by name. */
export type ScoreParameterValues = ParameterValues<ScoreParameterName>;

/** The defaults of {@link SCORE_PARAMETERS}. */
export const SCORE_DEFAULTS: ScoreParameterValues = defaultsOf({ id: 'score', parameters: SCORE_PARAMETERS });
