import { type ChosenDetector, type DetectionContext, type DetectorRun, runDetectors } from '../typologies/index.js';
import { type LakeJob } from './lake-job.js';

/**
 * What detectors answer to a whole ledger of which parts were searched: what parts gave, put together by `merge`, and what
 * the other detectors find, run here. In the order in which they were chosen.
 */
export function finishSearch(
  context: DetectionContext,
  { chosen, detectors }: LakeJob,
  merge: (detectors: readonly ChosenDetector[]) => readonly DetectorRun[],
): DetectorRun[] {
  const here = chosen.filter((one) => !detectors.includes(one));
  const only = here.map(({ detector }) => detector.id);
  const parameters = Object.fromEntries(here.map(({ detector, parameters: values }) => [detector.id, values]));
  const run = only.length === 0 ? [] : runDetectors(context, { only, parameters });
  const byId = new Map([...merge(detectors), ...run].map((one) => [one.detector.id, one]));
  return chosen.flatMap(({ detector }) => byId.get(detector.id) ?? []);
}
