export {
  investigate,
  type InvestigateOptions,
  type Investigation,
  type ResolvedInvestigateOptions,
} from './investigate.js';
export { JUDGEMENT_SETS, type JudgementParameters, type ParameterChoices } from './judgement-parameters.js';
export { type GuardSummary } from './guard-findings.js';
export { type GuardListUse, summariseGuardList } from './guard-use.js';
export { createManifest, type Manifest, type ManifestChoices } from './manifest.js';
export { type ManifestInput, type ReadChoices, type ReadReport, type ReadSummary } from './read-summary.js';
export { createTraceManifest, type TraceChoices, type TraceManifest } from './trace-manifest.js';
