export { type Corridor } from './corridor.js';
export {
  type Detection,
  type DetectionContext,
  type Detector,
  type Locality,
  type LocalityKind,
  type Reach,
  type Requirement,
} from './detector.js';
export { sortFindings } from './findings/bound-findings.js';
export { usualAmounts } from './patterns/pattern-rows.js';
export { EVERYBODYS_RULE, everybodysAccounts } from './relations/everybodys-accounts.js';
export { columnCoverage, type ColumnCoverage, coverageOfAll } from './column-coverage.js';
export { COLUMN_PARAMETERS, type ColumnParameters } from './column-parameters.js';
export {
  ALTERNATIVE_DEFAULTS,
  ALTERNATIVE_PARAMETERS,
  ALTERNATIVE_TITLES,
  type AlternativeParameters,
  AlternativeView,
  type AlternativeViewOptions,
  type GuardLists,
  isUpkeep,
  testAlternatives,
  withAlternatives,
} from './alternatives/index.js';
export { atLeastShare, exactShare } from './numbers/exact-share.js';
export { isKeptRelation, type KeptPayment, type KeptSpan, keptSpanOf } from './relations/kept-relation.js';
export { DETECTORS } from './registry.js';
export { THRESHOLD_RULES, type ThresholdRule } from './thresholds/thresholds.js';
export { isReportable, type RuledAmount } from './thresholds/threshold-rule.js';
export {
  type ChosenDetector,
  type DetectorPlan,
  detectorRunner,
  type DetectorRun,
  planDetectors,
  runDetector,
  runDetectors,
  type RunDetectorsOptions,
  runDetectorsWith,
  runPlanned,
} from './run-detectors.js';
