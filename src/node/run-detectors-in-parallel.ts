import { setImmediate as othersHadTheirTurn, setTimeout as sleep } from 'node:timers/promises';
import { type Watched, watchSteps } from '../foundation/index.js';
import { type DetectorPlan, type DetectorRun } from '../typologies/index.js';
import { countDone, type CrossedRun, detectTask, doneCount, takeNext, unpackRun } from './detect-task.js';
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
  const task = detectTask(plan);
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
  const helpers = Math.min(workers - 1, task.detectors.length);
  await withCrew(helpers, async (crew) => {
    const elsewhere = Array.from({ length: helpers }, async () =>
      crew.run('detect', task).catch((): CrossedRun[] => []),
    );
    meanwhile();
    const ofLibrary = new Set(task.detectors.map(({ id }) => id));
    const ofUser = [...chosen.keys()].filter((id) => !ofLibrary.has(id));
    const next = (): string | undefined => ofUser.shift() ?? task.detectors[takeNext(task.queue)]?.id;
    for (let id = next(); id !== undefined; id = next()) {
      tell();
      runHere(id);
      await othersHadTheirTurn();
    }
    const arriving = unlessAborted(Promise.all(elsewhere), watched.signal);
    let arrived: readonly CrossedRun[][] | undefined;
    while (arrived === undefined) {
      arrived = await Promise.race([arriving, sleep(TELL_EVERY_MS, undefined, { ref: false })]);
      tell();
    }
    for (const crossed of arrived.flat()) runs.set(crossed.id, unpackRun(crossed, chosen.get(crossed.id)!));
  });
  return plan.chosen.map(({ detector: { id } }) => {
    if (!runs.has(id) && !thrown.has(id)) runHere(id);
    if (thrown.has(id)) throw thrown.get(id);
    return runs.get(id)!;
  });
}
