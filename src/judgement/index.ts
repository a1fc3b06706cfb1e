export { SCORE_DEFAULTS, SCORE_PARAMETERS, type ScoreParameterName, type ScoreParameters } from './constants.js';
export {
  binOf,
  certifyWeights,
  EVIDENCE_WEIGHTS,
  GREATEST_WEIGHT,
  MOST_BINS,
  type PassWeights,
  readWeights,
  type SignDirection,
  type SignWeights,
  type WeightProvenance,
  type WeightTable,
} from './weights/index.js';
export { type AccountScores, logistic, scoreAccounts, type ScoreOptions } from './score/score-accounts.js';
export { type ScoreExplanation, ScoreExplainer, type ScoreRowPart, type UnknownRow } from './score/explain-score.js';
export { SIGN_SENTENCES } from './score/sign-sentences.js';
export { type ScoredColumn, scoreColumns } from './score/score-columns.js';
export { SIGN_ROWS, type SignRow, signRowOf } from './score/sign-rows.js';
export { LISTING_BARS, type ListingBar, listingBars } from './leads-by-score/payer-protection.js';
export {
  leadsByScore,
  SCORE_BANDS,
  type ScoreBand,
  type ScoreLead,
  type ScoreLeadOptions,
  type ScoreLeads,
} from './leads-by-score/leads-by-score.js';
