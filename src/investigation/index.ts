export { type AccountAnswer, type AccountSide, type AccountUser, askAccount, type UseInFile } from './ask-account.js';
export { investigate, investigateHere } from './investigate.js';
export { type InvestigateOptions, type Investigation, type ResolvedInvestigateOptions } from './investigate-options.js';
export { type InvestigationPlan, planInvestigation } from './plan-investigation.js';
export { JUDGEMENT_SETS, type JudgementParameters, type ParameterChoices } from './judgement-parameters.js';
export { type GuardSummary } from './guard-findings.js';
export { type GuardListUse, summariseGuardList } from './guard-use.js';
export { measureFeatures, type MeasuredFeatures, type MeasureFeaturesOptions } from './measure-features.js';
export { createCyclesManifest, CYCLES_NOTICE, type CyclesChoices, type CyclesManifest } from './cycles-manifest.js';
export { createFeatureManifest, type FeatureManifest } from './feature-manifest.js';
export { createManifest, type EngineUse, type Manifest, type ManifestChoices } from './manifest.js';
export {
  type ManifestInput,
  type ReadChoices,
  type ReadReport,
  type ReadSummary,
  summariseReading,
} from './read-summary.js';
export { createTraceManifest, type RoundsUse, type TraceChoices, type TraceManifest } from './trace-manifest.js';
export { sensitivity, type SensitivityOptions } from './sensitivity.js';
export { type Sensitivity, type SensitivityMove } from '../disclosure/index.js';
