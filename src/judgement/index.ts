export { SCORE_DEFAULTS, SCORE_PARAMETERS, type ScoreParameterName, type ScoreParameters } from './score-parameters.js';
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
export { type AccountScores, chancesOf, logistic, scoreAccounts, type ScoreOptions } from './score/score-accounts.js';
export { type ScoreExplanation, ScoreExplainer, type ScoreRowPart, type UnknownRow } from './score/explain-score.js';
export { SIGN_SENTENCES } from './score/sign-sentences.js';
export { type ScoredColumn, scoreColumns } from './score/score-columns.js';
export { SIGN_ROWS, type SignRow, signRowOf, statedDirection } from './score/sign-rows.js';
export { namedMembers } from './leads-by-score/named-members.js';
export { listingPosition, type OperatorRule } from './leads-by-score/listing-position.js';
export {
  LISTING_BARS,
  type ListingBar,
  listingBars,
  PAYER_BARS,
  positionBars,
} from './leads-by-score/payer-protection.js';
export {
  leadsByScore,
  type ScoreBand,
  type ScoreLead,
  type ScoreLeadOptions,
  type ScoreLeads,
} from './leads-by-score/leads-by-score.js';
export {
  CONVERGENCE_PARAMETERS,
  type ConvergenceParameters,
  type ConvergenceParameterName,
} from './convergence/convergence-parameters.js';
export {
  type Convergence,
  type ConvergenceJudgement,
  type ConvergencePart,
  type ConvergenceVerdict,
  type FileRate,
  type InnocentReading,
  type JudgedMeeting,
  type ReducedReason,
} from './convergence/convergence.js';
export { type ConvergenceOptions, findConvergences } from './convergence/find-convergences.js';
export { explainPart, explainReading, explainReduced } from './convergence/sentences.js';
export { type ExchangeOptions, exchangeBeneficiaries } from './null-check/exchange-beneficiaries.js';
export { type NullCheck, nullCheck, type NullCheckOptions, requireNullRuns } from './null-check/null-check.js';
export { judge, type JudgeOptions, type Judgement, namedLeads, withoutSigns, type SettledJudgement } from './judge.js';
