import { CHOICE, defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';

/** What a score in nats (natural logarithm of odds) may be set to. */
const NATS = [-20, 20] as const;
const MANY = Number.MAX_SAFE_INTEGER;

/**
 * Every number that decides who is grouped by score, how strong a group is, and who is protected. Scores are in nats. The
 * numbers of who may be listed (see `listingBars`) can only be set to list fewer.
 */
export const SCORE_PARAMETERS = Object.freeze({
  candidateScore: {
    value: 1,
    unit: 'ratio',
    range: NATS,
    meaning: 'Least score, in nats, of an account that may be grouped: evidence of about 3 to 1',
    source: CHOICE,
  },
  jointReceiverPayers: {
    value: 30,
    unit: 'count',
    meaning: 'An account paid by more than this many joins nobody who pays it: it is a public place',
    source: CHOICE,
  },
  meetingSteps: {
    value: 3,
    unit: 'count',
    range: [1, 6],
    meaning:
      'Greatest number of payments from an account of a lead to a place where its money meets that of another lead: collector, two between, controller',
    source: CHOICE,
  },
  leastMembers: {
    value: 3,
    unit: 'count',
    meaning: 'Fewest accounts of a lead by score, those that are withheld counted: two may be relatives or one person',
    source: CHOICE,
  },
  payrollLivings: {
    value: 4,
    unit: 'count',
    meaning: 'A group that pays this many livings to others is set aside: households employ fewer, firms more',
    source: CHOICE,
  },
  payrollShare: {
    value: 0.5,
    unit: 'share',
    meaning: 'For large groups the livings that set them aside are this share of their accounts: half as many',
    source: CHOICE,
  },
  strongScore: {
    value: 4.6,
    unit: 'ratio',
    range: NATS,
    meaning: 'Least mean score, in nats, of a strong lead: evidence of about 100 to 1, what no single part may reach',
    source: CHOICE,
  },
  secondLookScore: {
    value: 3,
    unit: 'ratio',
    range: NATS,
    meaning: 'Least mean score, in nats, of a second look: evidence of about 20 to 1',
    source: CHOICE,
  },
  namedScore: {
    value: 3,
    unit: 'ratio',
    range: NATS,
    meaning:
      'Least score, in nats, of an account of a lead that is named, besides where the money of such accounts meets; the others of its group are counted',
    source: CHOICE,
  },
  listedPayers: {
    value: 2,
    unit: 'count',
    range: [2, MANY],
    meaning: 'Listed for gathering: fewest payers for whom paying it is exceptional, the least that is "several"',
    source: CHOICE,
  },
  listedPayersShare: {
    value: 0.2,
    unit: 'share',
    range: [0.2, 1],
    meaning:
      'Listed for gathering: least share of its payers for whom paying it is exceptional, twice the tenth that exceptional means: any shop has a tenth',
    source: CHOICE,
  },
  listedMarkedIn: {
    value: 0.3,
    unit: 'share',
    range: [0.3, 1],
    meaning: 'Listed for carrying: least share of exceptional money in all it receives, a good part of it',
    source: CHOICE,
  },
  listedMarkedPassed: {
    value: 0.3,
    unit: 'share',
    range: [0.3, 1],
    meaning: 'Listed for carrying: least share of that exceptional money that it pays on, a good part of it',
    source: CHOICE,
  },
  listedGatherers: {
    value: 2,
    unit: 'count',
    range: [2, MANY],
    meaning: 'Listed for receiving: fewest gathering accounts that feed it, the least that is "several"',
    source: CHOICE,
  },
  listedFedShare: {
    value: 0.5,
    unit: 'share',
    range: [0.5, 1],
    meaning:
      'Listed for receiving: least share of its money that comes from accounts that gather. A hospital or a court that several collections pay lives on others',
    source: CHOICE,
  },
  protectedReceiverScore: {
    value: -1,
    unit: 'ratio',
    range: [-20, -1],
    meaning:
      'Who pays an account of at least this score, in nats, may be its payer: far below any lead, to protect widely',
    source: CHOICE,
  },
  ownMoneyShare: {
    value: 0.5,
    unit: 'share',
    range: [0.5, 1],
    meaning: 'An exceptional payment is out of own money if less than this share came from exceptional receipts',
    source: CHOICE,
  },
  refundedPayers: {
    value: 3,
    unit: 'count',
    range: [3, MANY],
    meaning: 'Who is paid back by the account it pays is protected below this many exceptional payers: two may be kin',
    source: CHOICE,
  },
  instalments: {
    value: 4,
    unit: 'count',
    range: [4, MANY],
    meaning:
      'Who pays possible operators on at most this many occasions, and is hardly fed by those who gather, may be a family that pools: a fee is paid at once or in two to four parts',
    source: CHOICE,
  },
  fedOccasions: {
    value: 2,
    unit: 'count',
    range: [2, MANY],
    meaning:
      'Hardly fed: paid a noticeable share of its exceptional money by accounts that gather on fewer occasions than this; one sum may be wages owed, a loan or a gift',
    source: CHOICE,
  },
} satisfies ParameterSet);

export type ScoreParameterName = keyof typeof SCORE_PARAMETERS;
export type ScoreParameters = ParameterValues<ScoreParameterName>;

/** The defaults of {@link SCORE_PARAMETERS}. */
export const SCORE_DEFAULTS: ScoreParameters = defaultsOf({ id: 'score', parameters: SCORE_PARAMETERS });
