export { buildCase } from './build-case.js';
export {
  type CaseFile,
  type Cluster,
  type ListedFinding,
  type ListedHub,
  type NotEvaluable,
  type Operator,
  type ProtectionConcern,
  type Stability,
} from './case-file.js';
export { type FormGroupsOptions } from './form-groups.js';
export { hasMinimumEvidence, MINIMUM_EVIDENCE } from './minimum-evidence.js';
export { CLASS_WEIGHTS, type Level, levelOf, type Score, scoreFindings, type ScorePart } from './score.js';
export { protectTrace, type ProtectTraceOptions, type TraceCase } from './trace-case.js';
export { TraceNames, type TraceParty, type TypedEnd } from './trace-names.js';
export { type OriginLine, originLines } from './trace-origins.js';
export { type PathEnds, protectPaths } from './trace-path-names.js';
