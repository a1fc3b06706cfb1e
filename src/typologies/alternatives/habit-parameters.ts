import { chosen, type ParameterSet } from '../../evidence/index.js';

/** The numbers that tell a habit from a single act, and a public account from a private one: several alternatives ask. */
export const HABIT_PARAMETERS = Object.freeze({
  publicPayers: chosen('count', 25, 'Fewest different payers of a public account: a shop, an office, a supplier'),
  publicByHand: chosen('share', 0.5, 'A public account is paid by hand (cash, person to person) less often than this'),
  repeatedPayments: chosen('count', 3, 'Fewest payments that show a habit', [2, Number.MAX_SAFE_INTEGER]),
  wageLeastDays: chosen('days', 6, 'Least median gap between regular wages: a week, less a day'),
  wageMostDays: chosen('days', 34, 'Greatest median gap between regular wages: a month, and some days'),
  wageVariation: chosen('ratio', 0.25, 'Gaps and amounts of regular wages vary by at most this (deviation over mean)'),
  monthLeastDays: chosen('days', 26.5, 'Least median gap of what is paid every month'),
  monthMostDays: chosen('days', 33.5, 'Greatest median gap of what is paid every month'),
  monthEqualShare: chosen('share', 0.8, 'Least share of monthly payments that are about their median'),
  everydayTolerance: chosen('share', 0.1, 'Monthly payments of everyday life differ from their median by at most this'),
  upkeepLeastDays: chosen('days', 25, 'Least median gap of upkeep: a rent, a salary, help for a relative'),
  upkeepMostDays: chosen('days', 65, 'Greatest median gap of upkeep: two months'),
  upkeepVariation: chosen('ratio', 0.5, 'Amounts of upkeep vary by at most this (deviation over mean)'),
  fastHours: chosen('hours', 48, 'Money that leaves within this, inclusive, leaves at once'),
  currencyShare: chosen(
    'share',
    1 / 3,
    'A currency in which this share of the counterparties deal must be explained too',
  ),
} satisfies ParameterSet);
