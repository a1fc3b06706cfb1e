import { setImmediate as othersHadTheirTurn } from 'node:timers/promises';
import { type Watched, watchSteps } from '../foundation/index.js';
import { type DetectorPlan, type DetectorRun, DETECTORS } from '../typologies/index.js';
import {
  countDone,
  type CrossedRun,
  type DetectTask,
  doneCount,
  freshQueue,
  takeNext,
  unpackRun,
} from './detect-task.js';
import { dearestFirst } from './detector-costs.js';
import { onSharedMemory } from './shared-memory.js';
import { unlessAborted } from './unless-aborted.js';
import { withCrew } from './work-crew.js';

/** How often whoever watches is told of work that goes on in other threads only. */
const TELL_EVERY_MS = 200;

/** How {@link runDetectorsInParallel} works. */
export interface RunInParallelOptions extends Watched {
  /** Threads, this one included; at least 2. */
  readonly workers: number;
  /** What this thread does while the others begin; it takes detectors afterwards. */
  readonly meanwhile: () => void;
}

/**
 * Runs the detectors of a plan in several threads over shared columns. Each thread takes the next detector from one queue, the
 * dearest first. Detectors of the user run in this thread, after `meanwhile`. The runs are those of one thread, in the
 * plan's order; so is the error, if some throw. What another thread does not bring back is done here.
 *
 * @throws what a detector throws; the reason of `signal`, which is looked at between two detectors of this thread and ends the others
 */
export async function runDetectorsInParallel(
  plan: DetectorPlan,
  { workers, meanwhile, ...watched }: RunInParallelOptions,
): Promise<readonly DetectorRun[]> {
  const task = taskOf(plan);
  const runs = new Map<string, DetectorRun>();
  const thrown = new Map<string, unknown>();
  const chosen = new Map(plan.chosen.map((one) => [one.detector.id, one]));
  const step = watchSteps(watched);
  const tell = (): void => {
    step('looking for patterns', doneCount(task.queue), plan.chosen.length, 'patterns');
  };
  const runHere = (id: string): void => {
    try {
      runs.set(id, plan.run(chosen.get(id)!));
    } catch (error) {
      thrown.set(id, error);
    }
    countDone(task.queue);
  };
  await withCrew(Math.min(workers - 1, task.detectors.length), async (crew) => {
    const elsewhere = Array.from({ length: Math.min(workers - 1, task.detectors.length) }, async () =>
      crew.run('detect', task).catch((): CrossedRun[] => []),
    );
    meanwhile();
    const own = plan.chosen.filter(({ detector }) => !task.detectors.some(({ id }) => id === detector.id));
    const mine = [...own.map(({ detector }) => detector.id)];
    const next = (): string | undefined => mine.shift() ?? task.detectors[takeNext(task.queue)]?.id;
    for (let id = next(); id !== undefined; id = next()) {
      tell();
      runHere(id);
      await othersHadTheirTurn();
    }
    const telling = watched.onProgress === undefined ? undefined : setInterval(tell, TELL_EVERY_MS);
    try {
      for (const crossed of (await unlessAborted(Promise.all(elsewhere), watched.signal)).flat()) {
        runs.set(crossed.id, unpackRun(crossed, chosen.get(crossed.id)!));
      }
    } finally {
      clearInterval(telling);
    }
  });
  return plan.chosen.map(({ detector: { id } }) => {
    if (!runs.has(id) && !thrown.has(id)) runHere(id);
    if (thrown.has(id)) throw thrown.get(id);
    return runs.get(id)!;
  });
}

function taskOf({ chosen, context, maxTests }: DetectorPlan): DetectTask {
  const { graph, explain: _, ...rest } = context;
  const { ledger, ...indexes } = graph;
  const ofLibrary = chosen.filter(({ detector }) => DETECTORS.includes(detector));
  return {
    ...onSharedMemory({ ledger: ledger.toColumns(), graph: indexes }),
    context: rest,
    detectors: dearestFirst(ofLibrary.map(({ detector: { id }, parameters }) => ({ id, parameters }))),
    maxTests,
    queue: freshQueue(),
  };
}
