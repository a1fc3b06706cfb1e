export { CHOICE, citation } from './bibliography.js';
export { chosen } from './chosen.js';
export { type Citation, type Grade } from './citation.js';
export {
  type AlternativeOutcome,
  type CountClass,
  type EvidenceFamily,
  type Finding,
  type FindingStatus,
  type Measure,
} from './finding.js';
export { packFindings, type PackedFindings, unpackFindings } from './packed-findings.js';
export { type Parameter, type ParameterSet, type ParameterValues } from './parameter.js';
export { defaultsOf, type ParameterScope, rangeOfParameter, resolveParameters } from './resolve-parameters.js';
