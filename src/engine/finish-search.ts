import { mergeAnswers, type SliceAnswer } from '../slices/index.js';
import { type ChosenDetector, type DetectionContext, type DetectorRun, runDetectors } from '../typologies/index.js';
import { isRunInParts } from './lake-job.js';

/**
 * What detectors answer to a whole ledger of which parts were searched: the answers of parts, put together, and those of
 * detectors of locality `whole`, which are run here. In the order of `chosen`.
 *
 * @throws UsageError what `mergeAnswers` throws
 */
export function finishSearch(
  context: DetectionContext,
  chosen: readonly ChosenDetector[],
  answers: readonly SliceAnswer[],
): DetectorRun[] {
  const merged = mergeAnswers(context, chosen.filter(isRunInParts), answers);
  const whole = chosen.filter((one) => !isRunInParts(one));
  const only = whole.map(({ detector }) => detector.id);
  const parameters = Object.fromEntries(whole.map(({ detector, parameters: values }) => [detector.id, values]));
  const run = only.length === 0 ? [] : runDetectors(context, { only, parameters });
  const byId = new Map([...merged, ...run].map((one) => [one.detector.id, one]));
  return chosen.flatMap(({ detector }) => byId.get(detector.id) ?? []);
}
