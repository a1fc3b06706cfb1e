import { type ChosenDetector, type DetectionContext, type DetectorRun, runDetectors } from '../typologies/index.js';
import { isRunInParts } from './lake-job.js';

/**
 * What detectors answer to a whole ledger of which parts were searched: what parts gave, put together by `merge`, and what
 * detectors of locality `whole` find, run here. In the order of `chosen`.
 */
export function finishSearch(
  context: DetectionContext,
  chosen: readonly ChosenDetector[],
  merge: (detectors: readonly ChosenDetector[]) => readonly DetectorRun[],
): DetectorRun[] {
  const whole = chosen.filter((one) => !isRunInParts(one));
  const only = whole.map(({ detector }) => detector.id);
  const parameters = Object.fromEntries(whole.map(({ detector, parameters: values }) => [detector.id, values]));
  const run = only.length === 0 ? [] : runDetectors(context, { only, parameters });
  const byId = new Map([...merge(chosen.filter(isRunInParts)), ...run].map((one) => [one.detector.id, one]));
  return chosen.flatMap(({ detector }) => byId.get(detector.id) ?? []);
}
