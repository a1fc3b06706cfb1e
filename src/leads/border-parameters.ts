import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';

/** The number that decides whether the border of a lead is a community's. */
export const BORDER_PARAMETERS = Object.freeze({
  similarity: chosen('share', 0.8, 'Least Jaccard similarity of a lead and a community that are taken for the same'),
} satisfies ParameterSet);

export type BorderParameters = ParameterValues<keyof typeof BORDER_PARAMETERS>;

/** The defaults of {@link BORDER_PARAMETERS}. */
export const BORDER_DEFAULTS: BorderParameters = defaultsOf({ id: 'border', parameters: BORDER_PARAMETERS });
