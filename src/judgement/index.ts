export {
  CONVERGENCE_CONSTANTS,
  type ConvergenceConstant,
  type ConvergenceConstantName,
} from './convergence/constants.js';
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
export { type NullCheck, nullCheck, type NullCheckOptions } from './null-check/null-check.js';
