export { EVIDENCE_WEIGHTS } from './weights/evidence-weights.js';
export { SCORE_DEFAULTS, SCORE_PARAMETERS, type ScoreParameterName, type ScoreParameterValues } from './constants.js';
