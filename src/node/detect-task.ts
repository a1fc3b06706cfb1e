import { packFindings, type PackedFindings, unpackFindings } from '../evidence/index.js';
import { type Bounded } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { Ledger, type PlainLedger } from '../ledger/index.js';
import {
  type ChosenDetector,
  type Detection,
  type DetectionContext,
  type DetectorPlan,
  type DetectorRun,
  detectorRunner,
  DETECTORS,
} from '../typologies/index.js';
import { dearestFirst } from './detector-costs.js';
import { onSharedMemory } from './shared-memory.js';

/** What a thread needs to run detectors of the library, and the queue that it shares with the others. */
export interface DetectTask {
  readonly ledger: PlainLedger;
  readonly graph: Omit<TemporalGraph, 'ledger'>;
  readonly context: Omit<DetectionContext, 'graph' | 'explain'>;
  /** In the order in which they are taken. */
  readonly detectors: readonly { readonly id: string; readonly parameters: Readonly<Record<string, number>> }[];
  readonly maxTests: number;
  /** On shared memory: how many detectors were taken, how many are done. */
  readonly queue: Int32Array;
}

/** What a detector answered in another thread. */
export interface CrossedRun extends Pick<DetectorRun, 'coverage'> {
  readonly id: string;
  readonly detection:
    | Extract<Detection, { status: 'notEvaluable' }>
    | {
        readonly status: 'evaluated';
        readonly findings: PackedFindings;
        readonly bounds: Omit<Bounded<unknown>, 'items'>;
        readonly remarks: readonly string[];
      };
}

const TAKEN = 0;
const DONE = 1;

/** The detectors of the library that a plan has, for threads: columns are copied to shared memory once. */
export function detectTask({ chosen, context, maxTests }: DetectorPlan): DetectTask {
  const { graph, ties, hubs, guardLists, alternatives, columns, corridors } = context;
  const { ledger, ...indexes } = graph;
  const ofLibrary = chosen.filter(({ detector }) => DETECTORS.includes(detector));
  return {
    ...onSharedMemory({ ledger: ledger.toColumns(), graph: indexes }),
    context: { ties, hubs, guardLists, alternatives, columns, corridors },
    detectors: dearestFirst(ofLibrary.map(({ detector: { id }, parameters }) => ({ id, parameters }))),
    maxTests,
    queue: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
  };
}

/** Place of the next detector that nobody has taken; it may lie behind the last. */
export function takeNext(queue: Int32Array): number {
  return Atomics.add(queue, TAKEN, 1);
}

/** Counts one more detector as done. */
export function countDone(queue: Int32Array): void {
  Atomics.add(queue, DONE, 1);
}

/** How many are done, in all threads. */
export function doneCount(queue: Int32Array): number {
  return Atomics.load(queue, DONE);
}

/**
 * Takes detectors from the queue until none is left, for a crew. One that throws is left out of the answer: whoever asked
 * runs it again, and hears it throw.
 */
export function detectFromQueue(task: DetectTask): CrossedRun[] {
  const { ledger, graph, context, detectors, maxTests, queue } = task;
  const run = detectorRunner({ ...context, graph: { ...graph, ledger: Ledger.fromColumns(ledger) } }, maxTests);
  const runs: CrossedRun[] = [];
  for (let next = takeNext(queue); next < detectors.length; next = takeNext(queue)) {
    const { id, parameters } = detectors[next]!;
    const detector = DETECTORS.find((one) => one.id === id);
    if (detector === undefined) continue;
    try {
      runs.push(packRun(run({ detector, parameters })));
    } catch {
      continue;
    }
    countDone(queue);
  }
  return runs;
}

function packRun({ detector: { id }, coverage, detection }: DetectorRun): CrossedRun {
  if (detection.status === 'notEvaluable') return { id, coverage, detection };
  const { findings, remarks } = detection;
  const { items, ...bounds } = findings;
  return { id, coverage, detection: { status: 'evaluated', findings: packFindings(items), bounds, remarks } };
}

/** The run as the detector would have answered here. */
export function unpackRun({ coverage, detection }: CrossedRun, chosen: ChosenDetector): DetectorRun {
  if (detection.status === 'notEvaluable') return { ...chosen, coverage, detection };
  const { findings, bounds, remarks } = detection;
  return {
    ...chosen,
    coverage,
    detection: { status: 'evaluated', findings: { items: unpackFindings(findings), ...bounds }, remarks },
  };
}
