import { NAMING_PARAMETERS, type NamingParameters } from '../disclosure/index.js';
import { type ParameterScope, resolveParameters } from '../evidence/index.js';
import { FEATURE_PARAMETERS, type FeatureParameters } from '../features/index.js';
import {
  CONVERGENCE_PARAMETERS,
  type ConvergenceParameters,
  SCORE_PARAMETERS,
  type ScoreParameters,
} from '../judgement/index.js';
import { BORDER_PARAMETERS, type BorderParameters, ROLE_PARAMETERS, type RoleParameters } from '../leads/index.js';
import {
  ALTERNATIVE_PARAMETERS,
  type AlternativeParameters,
  COLUMN_PARAMETERS,
  type ColumnParameters,
} from '../typologies/index.js';

/** Values by set and parameter name. */
export type ParameterChoices = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Every number that decides and is no detector's own, by set. */
export interface JudgementParameters {
  readonly features: FeatureParameters;
  readonly score: ScoreParameters;
  readonly convergence: ConvergenceParameters;
  readonly roles: RoleParameters;
  readonly border: BorderParameters;
  readonly columns: ColumnParameters;
  readonly alternatives: AlternativeParameters;
  readonly naming: NamingParameters;
}

/** Sets of parameters besides those of the detectors, by the name under which they are set. */
export const JUDGEMENT_SETS = Object.freeze({
  features: { id: 'features', parameters: FEATURE_PARAMETERS },
  score: { id: 'score', parameters: SCORE_PARAMETERS },
  convergence: { id: 'convergence', parameters: CONVERGENCE_PARAMETERS },
  roles: { id: 'roles', parameters: ROLE_PARAMETERS },
  border: { id: 'border', parameters: BORDER_PARAMETERS },
  columns: { id: 'columns', parameters: COLUMN_PARAMETERS },
  alternatives: { id: 'alternatives', parameters: ALTERNATIVE_PARAMETERS },
  naming: { id: 'naming', parameters: NAMING_PARAMETERS },
}) satisfies Readonly<Record<string, ParameterScope>>;

/**
 * Tells the values of the judgement from those of detectors, and lays the first over their defaults.
 *
 * @throws UsageError `unknown-parameter`, `option-range`, `parameter-integer`
 */
export function splitParameters(given: ParameterChoices): {
  readonly detectors: ParameterChoices;
  readonly judgement: JudgementParameters;
} {
  const of = (set: string): Readonly<Record<string, number>> => (Object.hasOwn(given, set) ? given[set]! : {});
  return {
    detectors: Object.fromEntries(Object.entries(given).filter(([set]) => !Object.hasOwn(JUDGEMENT_SETS, set))),
    judgement: {
      features: resolveParameters(JUDGEMENT_SETS.features, of('features')),
      score: resolveParameters(JUDGEMENT_SETS.score, of('score')),
      convergence: resolveParameters(JUDGEMENT_SETS.convergence, of('convergence')),
      roles: resolveParameters(JUDGEMENT_SETS.roles, of('roles')),
      border: resolveParameters(JUDGEMENT_SETS.border, of('border')),
      columns: resolveParameters(JUDGEMENT_SETS.columns, of('columns')),
      alternatives: resolveParameters(JUDGEMENT_SETS.alternatives, of('alternatives')),
      naming: resolveParameters(JUDGEMENT_SETS.naming, of('naming')),
    },
  };
}
