import { CHOICE, type ParameterSet, type ParameterValues, resolveParameters } from '../../evidence/index.js';

const MOST_OF_IT = [0, 1] as const;

/**
 * Every number that decides about convergences, besides those that features have as well: what is exceptional, standing,
 * regular, a living, a noticeable share, most of an account's money (`FEATURE_PARAMETERS`). None of them came from a score on
 * generated data.
 */
export const CONVERGENCE_PARAMETERS = Object.freeze({
  steps: {
    value: 3,
    unit: 'count',
    meaning: 'Greatest number of payments from a gatherer to a convergence: collector, two between, controller',
    source: CHOICE,
    range: [1, 6],
  },
  gatherers: {
    value: 2,
    unit: 'count',
    meaning: 'A convergence: least number of gatherers whose money reaches it. Least number of "several"',
    source: CHOICE,
    range: [2, 1000],
  },
  reached: {
    value: 0.5,
    unit: 'share',
    meaning: 'Least share of what a gatherer passes on that reaches convergences. "Most of it"',
    source: CHOICE,
    range: MOST_OF_IT,
  },
  closure: {
    value: 0.5,
    unit: 'share',
    meaning: 'A member by receiving: least geometric mean of the group’s share of its inflow and of its payers',
    source: CHOICE,
    range: MOST_OF_IT,
  },
  chance: {
    value: 0.05,
    unit: 'ratio',
    meaning: 'Greatest number of groups expected by chance in the file: one false group in twenty files',
    source: CHOICE,
    range: [1e-12, 1],
  },
  leadPayers: {
    value: 3,
    unit: 'count',
    meaning: 'A lead: least number of different payers outside the group. Two could be one family',
    source: CHOICE,
    range: [1, 1000],
  },
  partBound: {
    value: 100,
    unit: 'ratio',
    meaning: 'Greatest odds that one part may speak for or against: no single indicator decides',
    source: CHOICE,
    range: [2, 1e12],
  },
  setAsideOdds: {
    value: 1,
    unit: 'ratio',
    meaning: 'Odds that passage and payroll together must exceed; below, the innocent reading is the likelier one',
    source: CHOICE,
    range: [1e-6, 1e6],
  },
  passageLeft: {
    value: 8,
    unit: 'ratio',
    meaning:
      'First shape of the Beta density of the share passed on. With 8 and 2 the median is 0.82: published funnel cases passed on 94 to 97 %, collectors keep a commission and live on some',
    source: CHOICE,
    range: [1, 1000],
  },
  passageKept: {
    value: 2,
    unit: 'ratio',
    meaning: 'Second shape of the Beta density of the share passed on; see the first',
    source: CHOICE,
    range: [1, 1000],
  },
  carried: {
    value: 0.5,
    unit: 'share',
    meaning:
      'Least marked part of an exceptional payment to another lead for its payer to have carried, and not paid, it',
    source: CHOICE,
    range: MOST_OF_IT,
  },
  payrollDays: {
    value: 90,
    unit: 'days',
    meaning: 'Least period in which monthly wages can show: three of them',
    source: CHOICE,
    range: [0, 3660],
  },
} satisfies ParameterSet);

export type ConvergenceParameterName = keyof typeof CONVERGENCE_PARAMETERS;

/** Current values of {@link CONVERGENCE_PARAMETERS}, by name. */
export type ConvergenceParameters = ParameterValues<ConvergenceParameterName>;

/**
 * The defaults with the given values laid over them.
 * @throws UsageError `unknown-parameter`, `option-range` or `parameter-integer` (a fraction where the unit is a count)
 */
export function resolveConvergenceParameters(given: Readonly<Record<string, number>> = {}): ConvergenceParameters {
  return resolveParameters({ id: 'convergence', parameters: CONVERGENCE_PARAMETERS }, given);
}
