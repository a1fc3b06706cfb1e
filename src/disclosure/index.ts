export { buildCase, type CaseParts } from './build-case.js';
export {
  type CaseFile,
  type Lead,
  type ListedFinding,
  type ListedHub,
  type ListedNullCheck,
  type NotEvaluable,
  type Operator,
  type ProtectionConcern,
  type UnnamedGroups,
} from './case-file.js';
export { CASE_FORMAT, CASE_NOTICE, SMALLEST_GROUP } from './document/case-format.js';
export { mintCase, type MintParts } from './document/mint-case.js';
export type { CaseDocument, FindingDocument } from './document/case-schema.js';
export { TRACE_FORMAT } from './document/trace-format.js';
export { type AskedLeads, mintTrace } from './document/mint-trace.js';
export { type TraceStep, traceSteps } from './document/trace-steps.js';
export type {
  TracedCase,
  TracedDestination,
  TracedOrigin,
  TracedRange,
  TraceDocument,
} from './document/trace-schema.js';
export type { LeadDocument, LeadTransfers, OperatorDocument } from './document/lead-schema.js';
export { boundOfMeasure, formatMeasure, wordsOfMeasure } from './measure-words.js';
export { type FeatureTables, type NamedOperator, numberByAppearance, operatorsOf } from './feature-tables.js';
export { type ProtectedCluster, type ProtectedPayers, type Protection, protectPayers } from './protection.js';
export { GATHERING, type GatheringParameters } from './gathering-parameters.js';
export { NAMING_PARAMETERS, type NamingParameters } from './naming-parameters.js';
export { type Sensitivity, type SensitivityMove } from './sensitivity.js';
export { type ReviewReason } from './review-reasons.js';
export { protectTrace, type ProtectTraceOptions, type TraceCase } from './trace-case.js';
export { NAME_SHARE } from './trace-name-share.js';
export { TraceNames, type TraceParty, type TypedEnd } from './trace-names.js';
export { type OriginLine, originLines } from './trace-origins.js';
export { type KnownAccounts } from './trace-naming.js';
export { protectPaths, type ProtectPathsOptions } from './trace-path-names.js';
export { REDACTION_LEVELS, type RedactionLevel } from './document/case-format.js';
export { FIELD_POLICY, type Treatment } from './redaction/field-policy.js';
export { type FieldChange } from './redaction/field-changes.js';
export { type KeyedHash, keyFingerprint } from './redaction/keyed-hash.js';
export {
  type CaseMatch,
  matchCases,
  type MatchedAccount,
  type MatchedLeads,
  type MatchedPlace,
} from './redaction/match-cases.js';
export { redactCase, type RedactedCase } from './redaction/redact-case.js';
export { receivedTotals, toSums } from './document/sums.js';
export { protectUse } from './use-names.js';
