export { certifyWeights, GREATEST_WEIGHT, MOST_BINS } from './certify-weights.js';
export { EVIDENCE_WEIGHTS } from './evidence-weights.js';
export { readWeights } from './read-weights.js';
export { binOf, weightOf } from './weight-of.js';
export {
  type LeftOutPrecision,
  type PassWeights,
  type SignDirection,
  type SignWeights,
  type WeightProvenance,
  type WeightTable,
} from './weight-table.js';
