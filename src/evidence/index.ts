export { type Citation, type Grade } from './citation.js';
export {
  type AlternativeOutcome,
  type CountClass,
  type EvidenceFamily,
  type Finding,
  type FindingStatus,
  type Measure,
} from './finding.js';
