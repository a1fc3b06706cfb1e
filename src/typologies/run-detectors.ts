import {
  type Bounded,
  Budget,
  requireRange,
  resolveOptions,
  stopped,
  UsageError,
  type Watched,
  watchSteps,
} from '../foundation/index.js';
import { type Finding, resolveParameters } from '../evidence/index.js';
import { AlternativeView, withAlternatives } from './alternatives/index.js';
import { type ColumnCoverage, coverageOfAll } from './column-coverage.js';
import { type Detection, type DetectionContext, type Detector, type Requirement } from './detector.js';
import { DETECTORS } from './registry.js';

/** Which detectors run, and with which numbers; whoever watches is told of each detector. */
export interface RunDetectorsOptions extends Watched {
  /** Ids of the detectors to run. Default all. */
  readonly only?: readonly string[] | undefined;
  /** Values that replace defaults, by detector id and parameter name. Default none. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Detectors of your own, run after the registry's. Default none. */
  readonly extra?: readonly Detector[];
  /**
   * Tests of innocent alternatives for each detector, one per account and alternative, of the strongest findings first.
   * Findings beyond are left out, and the answer is marked incomplete. Default 500,000.
   */
  readonly maxTests?: number;
}

/** What one detector answered, and on what ground. */
export interface DetectorRun {
  readonly detector: Detector;
  /** The values in force, defaults included. */
  readonly parameters: Readonly<Record<string, number>>;
  /** How well each required column is filled. */
  readonly coverage: readonly ColumnCoverage[];
  readonly detection: Detection;
}

const DEFAULTS: Required<RunDetectorsOptions> = Object.freeze({
  only: undefined,
  parameters: Object.freeze({}),
  extra: Object.freeze([]),
  maxTests: 500_000,
  onProgress: undefined,
  signal: undefined,
});

/** A detector and the values in force for it. */
export type ChosenDetector = Pick<DetectorRun, 'detector' | 'parameters'>;

/** Detectors that are to run over one context. Each may run in another thread than the others: none needs what another found. */
export interface DetectorPlan {
  readonly context: DetectionContext;
  /** In the order in which they are reported. */
  readonly chosen: readonly ChosenDetector[];
  readonly maxTests: number;
  /** Runs one of them here; what all of them look at is worked out once. */
  run(detector: ChosenDetector): DetectorRun;
}

/**
 * Checks which detectors are to run and with which numbers, and runs none yet.
 *
 * @throws UsageError as {@link runDetectors}
 */
export function planDetectors(
  context: DetectionContext,
  options: Omit<RunDetectorsOptions, keyof Watched> = {},
): DetectorPlan {
  const { only, parameters, extra, maxTests } = resolveOptions(DEFAULTS, options, 'runDetectors');
  requireRange('maxTests', maxTests, 1, Infinity);
  const detectors = [...DETECTORS, ...extra];
  requireDistinctIds(detectors);
  for (const id of [...(only ?? []), ...Object.keys(parameters)]) requireDetector(detectors, id);
  const chosen = detectors
    .filter(({ id }) => only?.includes(id) ?? true)
    .map((detector) => {
      const given = Object.hasOwn(parameters, detector.id) ? parameters[detector.id] : undefined;
      return { detector, parameters: resolveParameters(detector, given) };
    });
  return { context, chosen, maxTests, run: detectorRunner(context, maxTests) };
}

/** What runs one detector after another with values that are taken as they are, and works out once what all of them look at. */
export function detectorRunner(
  context: DetectionContext,
  maxTests = DEFAULTS.maxTests,
): (chosen: ChosenDetector) => DetectorRun {
  const shared = share(context, maxTests);
  return ({ detector, parameters }) => evaluate(context, detector, parameters, shared);
}

/** Runs all detectors of a plan here, one after another. @throws the reason of `signal` */
export function runPlanned(plan: DetectorPlan, watched: Watched = {}): readonly DetectorRun[] {
  const step = watchSteps(watched);
  return plan.chosen.map((chosen, done, { length }) => {
    step(`looking for patterns: ${chosen.detector.id}`, done, length, 'patterns');
    return plan.run(chosen);
  });
}

/**
 * Runs detectors over one context, in the registry's order. A detector whose columns are missing answers `notEvaluable`
 * and names them; it never answers "nothing found". Cost: that of each detector, which its docstring states.
 *
 * @throws UsageError `unknown-detector`, `detector-twice`, `unknown-parameter`, `option-range`, `parameter-integer`, `unknown-option`;
 *   the reason of `signal`
 */
export function runDetectors(context: DetectionContext, options: RunDetectorsOptions = {}): readonly DetectorRun[] {
  const { onProgress, signal, ...choices } = options;
  return runPlanned(planDetectors(context, choices), { onProgress, signal });
}

/**
 * Runs one detector, registered or not, behind the same checks.
 *
 * @throws UsageError `unknown-parameter`, `option-range`, `parameter-integer`
 */
export function runDetector(
  context: DetectionContext,
  detector: Detector,
  parameters: Readonly<Record<string, number>> = {},
): DetectorRun {
  return evaluate(context, detector, resolveParameters(detector, parameters), share(context, DEFAULTS.maxTests));
}

/**
 * Runs a detector with values that are taken as they are, outside of the parameters' ranges if need be, over as many
 * detectors as are given: for slices, which test no alternatives where they only look for candidates.
 */
export function runDetectorsWith(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  maxTests = DEFAULTS.maxTests,
): readonly DetectorRun[] {
  return detectors.map(detectorRunner(context, maxTests));
}

/** What the detectors of one run work out once for all of them. */
interface Shared {
  readonly coverage: Map<Requirement, ColumnCoverage>;
  readonly view: AlternativeView;
  readonly maxTests: number;
}

function share(context: DetectionContext, maxTests: number): Shared {
  const { graph, hubs, guardLists: lists, alternatives: parameters } = context;
  return { coverage: new Map(), view: new AlternativeView(graph, hubs, { lists, parameters }), maxTests };
}

function evaluate(
  context: DetectionContext,
  detector: Detector,
  parameters: Readonly<Record<string, number>>,
  { coverage: known, view, maxTests }: Shared,
): DetectorRun {
  const coverage = detector.requires.map((column) => {
    const measured = known.get(column) ?? coverageOfAll(context.graph, column, context.columns);
    known.set(column, measured);
    return measured;
  });
  const missing = coverage.filter(({ present }) => !present).map(({ column }) => column);
  if (missing.length > 0) return { detector, parameters, coverage, detection: { status: 'notEvaluable', missing } };
  const tests = new Budget('maxTests', maxTests);
  const tested = new WeakSet<Finding>();
  const explain = (finding: Finding): Finding | undefined => {
    if (tested.has(finding)) return finding;
    if (!tests.spend(finding.subjects.length * detector.alsoLooksLike.length)) return undefined;
    const heard = withAlternatives(finding, view, detector.alsoLooksLike);
    tested.add(heard);
    return heard;
  };
  const detection = detector.detect({ ...context, explain }, parameters);
  if (detection.status === 'notEvaluable') return { detector, parameters, coverage, detection };
  const items = detection.findings.items.flatMap((finding) => explain(finding) ?? []);
  const findings = tests.exhausted
    ? stopped(items, listStops(detection.findings, tests))
    : { ...detection.findings, items };
  return { detector, parameters, coverage, detection: { ...detection, findings } };
}

function listStops({ stoppedBy }: Bounded<Finding>, tests: Budget): string {
  return stoppedBy === undefined ? tests.describe() : `${stoppedBy}, ${tests.describe()}`;
}

function requireDistinctIds(detectors: readonly Detector[]): void {
  const ids = detectors.map(({ id }) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
  if (repeated !== undefined) throw new UsageError('detector-twice', `Expected one detector called ${repeated}`);
}

function requireDetector(detectors: readonly Detector[], id: string): void {
  if (detectors.some((detector) => detector.id === id)) return;
  const known = detectors.map((detector) => detector.id).join(', ');
  throw new UsageError('unknown-detector', `Expected a detector (${known}) but received ${id}`);
}
