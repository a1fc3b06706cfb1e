import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';

/** The number that decides whether a column is there to be looked at. */
export const COLUMN_PARAMETERS = Object.freeze({
  filledShare: chosen('share', 0.8, 'A column counts as present if it is filled in at least this share of the rows'),
} satisfies ParameterSet);

/** Values of {@link COLUMN_PARAMETERS} by name. */
export type ColumnParameters = ParameterValues<keyof typeof COLUMN_PARAMETERS>;

/** The defaults of {@link COLUMN_PARAMETERS}. */
export const COLUMN_DEFAULTS: ColumnParameters = defaultsOf({ id: 'columns', parameters: COLUMN_PARAMETERS });
