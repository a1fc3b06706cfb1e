export {
  type Detection,
  type DetectionContext,
  type Detector,
  type Parameter,
  type ParameterValues,
  type Requirement,
} from './detector.js';
export { citation } from './bibliography.js';
export { columnCoverage, type ColumnCoverage } from './column-coverage.js';
export { DETECTORS } from './registry.js';
export { resolveParameters } from './resolve-parameters.js';
export { type DetectorRun, runDetector, runDetectors, type RunDetectorsOptions } from './run-detectors.js';
