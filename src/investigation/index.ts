export {
  investigate,
  type InvestigateOptions,
  type Investigation,
  type ResolvedInvestigateOptions,
} from './investigate.js';
export { createManifest, type Manifest } from './manifest.js';
export { type ManifestInput, type ReadChoices, type ReadReport, type ReadSummary } from './read-summary.js';
export { createTraceManifest, type TraceChoices, type TraceManifest } from './trace-manifest.js';
