import { type Account } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { isWhole } from '../graph/index.js';
import {
  type ChosenDetector,
  coverageOfAll,
  type DetectionContext,
  type LocalityKind,
  runDetectorsWith,
} from '../typologies/index.js';

/**
 * What a slice is there for. `star`: all transfers of some accounts; `slice`: all transfers of a stretch of time. `senders`,
 * `pairs`, `relations`: what is around the candidates of detectors with this reach. The id of a detector: what is around
 * all of its candidates.
 */
export type SliceGroup = string;

/** What was found in one slice, or is put together of several: numbers are those of the ledger it is told in. */
export interface SliceFindings extends SliceRemarks {
  readonly findings: readonly Finding[];
  /** Accounts that a detector must look at with more around them, by detector. */
  readonly candidates: readonly (readonly [detector: string, account: Account])[];
}

/** What is said of a search in a slice. */
export interface SliceRemarks {
  readonly notEvaluable: readonly (readonly [detector: string, missing: readonly string[]])[];
  /** Limits that were met, by detector: more may exist. */
  readonly stopped: readonly (readonly [detector: string, stoppedBy: string])[];
  /** What a detector says of its search, where it was run in full. */
  readonly remarks: readonly (readonly [detector: string, remark: string])[];
}

/** Groups of slices that stand for a reach. */
const REACHES: ReadonlySet<LocalityKind> = new Set(['senders', 'pairs', 'relations']);

/** The group of slices in which a detector is run in full. */
export function groupOf({ id, locality }: ChosenDetector['detector']): SliceGroup {
  const kind = locality?.kind ?? 'whole';
  return kind === 'star' || REACHES.has(kind) ? kind : id;
}

/**
 * Runs over one slice what its group is there for. Findings are kept where every account they are judged by is whole here, so
 * that each is found in one slice and in no other. Not more are left out than `maxTests` leaves out: whoever merges has all.
 */
export function runSlice(
  context: DetectionContext,
  group: SliceGroup,
  detectors: readonly ChosenDetector[],
): SliceFindings {
  const answer: Mutable = { findings: [], candidates: [], notEvaluable: [], stopped: [], remarks: [] };
  const full = detectors.filter(({ detector }) => groupOf(detector) === group);
  for (const { detector, detection } of runDetectorsWith(context, full.map(keepAll), Infinity)) {
    if (detection.status === 'notEvaluable') {
      answer.notEvaluable.push([detector.id, detection.missing]);
      continue;
    }
    const { items, stoppedBy } = detection.findings;
    for (const finding of items) {
      const accounts = judgedBy(context, detector, finding);
      if (accounts.every((one) => isWhole(context.graph, one))) answer.findings.push(finding);
    }
    if (stoppedBy !== undefined) answer.stopped.push([detector.id, stoppedBy]);
    for (const remark of detection.remarks) answer.remarks.push([detector.id, remark]);
  }
  if (group === 'star' || group === 'slice') {
    for (const chosen of detectors)
      if (groupOf(chosen.detector) !== 'star') addCandidates(answer, context, group, chosen);
  }
  return answer;
}

/** {@link SliceFindings} while they grow. */
interface Mutable {
  readonly findings: Finding[];
  readonly candidates: (readonly [string, Account])[];
  readonly notEvaluable: (readonly [string, readonly string[]])[];
  readonly stopped: (readonly [string, string])[];
  readonly remarks: (readonly [string, string])[];
}

/** A slice leaves none of its findings out: which are the strongest of a file only the file knows. */
function keepAll({ detector, parameters }: ChosenDetector): ChosenDetector {
  return 'maxFindings' in parameters
    ? { detector, parameters: { ...parameters, maxFindings: Number.MAX_SAFE_INTEGER } }
    : { detector, parameters };
}

function judgedBy(
  { graph }: DetectionContext,
  { locality }: ChosenDetector['detector'],
  finding: Finding,
): readonly Account[] {
  return locality?.judged?.(finding, graph) ?? finding.subjects;
}

function addCandidates(
  answer: Mutable,
  context: DetectionContext,
  group: 'star' | 'slice',
  chosen: ChosenDetector,
): void {
  const { detector, parameters } = chosen;
  const { locality } = detector;
  const { graph } = context;
  const missing = detector.requires.filter((column) => !coverageOfAll(graph, column, context.columns).present);
  if (missing.length > 0) {
    answer.notEvaluable.push([detector.id, missing]);
    return;
  }
  const isRelaxed = REACHES.has(locality?.kind ?? 'whole') && locality?.candidates === undefined;
  if (isRelaxed && group === 'star') addRelaxed(answer, context, chosen);
  if (locality?.candidates?.from !== (group === 'star' ? 'stars' : 'slices')) return;
  addAccounts(answer, detector.id, locality.candidates.list(context, parameters));
}

/** Whoever is found with values that let more through, by transfers alone that stars hold. */
function addRelaxed(answer: Mutable, context: DetectionContext, chosen: ChosenDetector): void {
  const { detector } = chosen;
  const { parameters } = keepAll({
    detector,
    parameters: {
      ...chosen.parameters,
      ...(detector.locality?.relaxed as Readonly<Record<string, number>> | undefined),
    },
  });
  const detection = detector.detect({ ...context, explain: undefined }, parameters);
  if (detection.status === 'notEvaluable') answer.notEvaluable.push([detector.id, detection.missing]);
  else {
    const found = detection.findings.items.flatMap((finding) => judgedBy(context, detector, finding).slice(0, 1));
    // Where senders are looked at themselves, they are whole here, and those they pay need not be.
    const ofSenders = detector.locality?.kind !== 'senders';
    addAccounts(
      answer,
      detector.id,
      found.filter((account) => ofSenders || isWhole(context.graph, account)),
    );
  }
}

function addAccounts(answer: Mutable, id: string, accounts: Iterable<Account>): void {
  for (const account of [...new Set(accounts)].sort((a, b) => a - b)) answer.candidates.push([id, account]);
}
