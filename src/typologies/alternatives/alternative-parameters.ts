import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../../evidence/index.js';
import { HABIT_PARAMETERS } from './habit-parameters.js';

/**
 * Every number that decides whether an innocent situation explains a finding. Explaining less makes more findings fire;
 * whom a case may name does not depend on it: leads rest on scores, and `disclosure` decides by numbers of its own.
 */
export const ALTERNATIVE_PARAMETERS = Object.freeze({
  ...HABIT_PARAMETERS,
  // A02, a savings club
  clubEqualShare: chosen('share', 0.7, 'A02: least share of the finding’s payments that are equal contributions'),
  clubTolerance: chosen('share', 0.05, 'A02: a contribution differs from the median by at most this'),
  clubVariation: chosen('ratio', 0.05, 'A02: contributions vary by at most this (deviation over mean)'),
  clubMembers: chosen('count', 4, 'A02: fewest members'),
  clubRounds: chosen('count', 3, 'A02: fewest rounds'),
  clubRoundShare: chosen('share', 0.5, 'A02: a round is one that at least this share of the members paid into'),
  clubRhythm: chosen('ratio', 0.2, 'A02: gaps between rounds vary by at most this (deviation over mean)'),
  clubPot: chosen('ratio', 2, 'A02: a pot is at least this many contributions'),
  clubRepaid: chosen('share', 0.7, 'A02: least share of the contributions that goes back as pots'),
  clubTurns: chosen('share', 0.8, 'A02: fewest members that get a pot, as a share of the rounds but one'),
  // A03, a pooled purchase
  pooledShare: chosen('share', 0.9, 'A03: least share of the pooled money that goes to shops and suppliers'),
  // A04, a landlord
  tenants: chosen('count', 3, 'A04: fewest senders'),
  tenantShare: chosen('share', 0.7, 'A04: least share of the senders that pay one amount every month'),
  rentTolerance: chosen('share', 0.02, 'A04: a rent differs from its median by at most this'),
  runningCosts: chosen('share', 0.3, 'A04: least share of the outflow that goes to public accounts'),
  // A05, payroll
  wagedReceivers: chosen('count', 5, 'A05: fewest receivers of regular wages of an employer'),
  wageShare: chosen('share', 0.3, 'A05: least share of an employer’s outflow that is regular wages'),
  wageAndOfficeShare: chosen('share', 0.6, 'A05: least share of an employer’s outflow to wages and public accounts'),
  householdShare: chosen('share', 0.7, 'A05: least share of a household’s credits that is one regular wage'),
  // A06, a non-profit body
  donors: chosen('count', 30, 'A06: fewest donors'),
  grantees: chosen('count', 5, 'A06: fewest receivers'),
  largestGift: chosen('share', 0.2, 'A06: no donor gives more than this share'),
  twoLargestGrants: chosen('share', 0.8, 'A06: the two largest receivers get less than this share of the outflow'),
  giftsGoneFast: chosen('share', 0.5, 'A06: less than this share of the gifts leaves at once'),
  // A07, a remitter
  remitterParties: chosen('count', 10, 'A07: fewest payers, and fewest receivers'),
  remitterTwoLargest: chosen('share', 0.5, 'A07: the two largest receivers get less than this share of the outflow'),
  relayedShare: chosen('share', 0.5, 'A07: least share of the credits that are paid out one to one'),
  relayedHours: chosen('hours', 72, 'A07: greatest time from credit to payout, inclusive'),
  relayedLeast: chosen('share', 0.85, 'A07: least payout as a share of the credit'),
  // A08, a collection for a funeral, an operation or bail
  giftTimes: chosen('count', 2, 'A08: who pays at most this often gives'),
  gifts: chosen('count', 5, 'A08: fewest gifts'),
  burstDays: chosen('days', 30, 'A08: length of the burst of gifts, inclusive'),
  burstShare: chosen('share', 0.8, 'A08: least share of the gifts, by value, in the burst'),
  largestGiftTimes: chosen('ratio', 5, 'A08: the largest gift is at least this many times their median'),
  billDays: chosen('days', 90, 'A08: bills are paid by this long after the beginning of the burst, inclusive'),
  bills: chosen('count', 3, 'A08: number of public payees, the largest, that are taken for what was collected for'),
  billShare: chosen('share', 0.7, 'A08: least part of the gifts that these payees get'),
  giftShare: chosen('share', 0.5, 'A08: least share of what the finding saw coming in that is gifts'),
  // A10, a student
  studentSenders: chosen('count', 3, 'A10: most senders'),
  studentPublicShare: chosen('share', 0.5, 'A10: least share of the outflow to public accounts'),
  // A13, a business
  cardCustomers: chosen('count', 10, 'A13: fewest customers who pay by card'),
  cardShare: chosen('share', 0.5, 'A13: least share of the sales that are by card'),
  takings: chosen('count', 3, 'A13: cash that one payer brings this often is banked takings and no sale'),
  takingsGoneFast: chosen(
    'share',
    0.5,
    'A13: money of which less than this share leaves at once does not leave at once',
  ),
  salesByHand: chosen('share', 0.2, 'A13: greatest share of the payments that come by hand'),
  monthlyCustomers: chosen('count', 3, 'A13: fewest senders, if most of them pay every month'),
  monthlyShare: chosen('share', 0.7, 'A13: least share of the senders that pay every month'),
  spentShare: chosen('share', 0.3, 'A13: least share of the credits that is seen leaving, to judge by where it goes'),
  supplierShare: chosen('share', 0.6, 'A13: least share of the outflow to suppliers, rent and shops'),
  supplierShareFast: chosen('share', 0.8, 'A13: the same where the money leaves at once'),
  // A15, a fixed price
  equalPriceShare: chosen('share', 0.8, 'A15: least share of the credits that are of one amount'),
} satisfies ParameterSet);

/** Values of {@link ALTERNATIVE_PARAMETERS} by name. */
export type AlternativeParameters = ParameterValues<keyof typeof ALTERNATIVE_PARAMETERS>;

/** The defaults of {@link ALTERNATIVE_PARAMETERS}. */
export const ALTERNATIVE_DEFAULTS: AlternativeParameters = defaultsOf({
  id: 'alternatives',
  parameters: ALTERNATIVE_PARAMETERS,
});
