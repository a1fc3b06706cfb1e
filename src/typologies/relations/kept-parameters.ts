import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../../evidence/index.js';

/** The numbers that tell whether one account keeps another; the same as of standing and regular relations in `features`. */
export const KEPT_PARAMETERS = Object.freeze({
  keptOccasions: chosen('count', 3, 'Fewest payments, a day apart or more, by which one account keeps another', [
    2,
    Number.MAX_SAFE_INTEGER,
  ]),
  keptPeriodShare: chosen('share', 0.5, 'What lasts for this share of the data keeps: half is no campaign inside them'),
  keptAmountVariation: chosen('ratio', 1 / 3, 'Or amounts vary by less (deviation over mean): wages by a few per cent'),
  keptGapVariation: chosen('ratio', 0.5, 'And gaps vary by less: those of payments at random vary by 1'),
} satisfies ParameterSet);

export type KeptParameters = ParameterValues<keyof typeof KEPT_PARAMETERS>;

/** The defaults of {@link KEPT_PARAMETERS}. */
export const KEPT_DEFAULTS: KeptParameters = defaultsOf({ id: 'kept', parameters: KEPT_PARAMETERS });
