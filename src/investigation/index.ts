export {
  investigate,
  type InvestigateOptions,
  type Investigation,
  type ResolvedInvestigateOptions,
} from './investigate.js';
export { createManifest, type Manifest, type ManifestInput, type ReadChoices, type ReadReport } from './manifest.js';
