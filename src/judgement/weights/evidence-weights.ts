import { readWeights } from './read-weights.js';
import { type WeightTable } from './weight-table.js';
import json from './weights.json' with { type: 'json' };

/** The weights that come with this version of the library; `npm run weights` makes them. */
export const EVIDENCE_WEIGHTS: WeightTable = /* @__PURE__ */ readWeights(json);
