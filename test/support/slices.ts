import { createRandom, shuffle } from '../../src/foundation/index.js';
import { resolveParameters } from '../../src/evidence/index.js';
import {
  candidatesOf,
  type Cut,
  type CutOptions,
  LedgerCutter,
  measureWorld,
  mergeAnswers,
  runSlice,
  type SliceAnswer,
  SliceDraft,
  toAnswer,
} from '../../src/slices/index.js';
import { type ChosenDetector, type DetectionContext, type DetectorRun, DETECTORS } from '../../src/typologies/index.js';

/** Detectors with their defaults, or with values of one's own. */
export function chosenDetectors(
  ids: readonly string[] = DETECTORS.map(({ id }) => id),
  parameters: Readonly<Record<string, Readonly<Record<string, number>>>> = {},
): ChosenDetector[] {
  return DETECTORS.filter(({ id }) => ids.includes(id)).map((detector) => ({
    detector,
    parameters: resolveParameters(detector, parameters[detector.id]),
  }));
}

/** Some partition of accounts. */
export function partByHash(parts: number, seed: number): CutOptions['partOf'] {
  return (key) => {
    let hash = seed;
    for (const character of key.join(' ')) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
    return hash % parts;
  };
}

/** As `detectInSlices`, but rows of each slice come in another order, and every third of them twice. */
export function detectInDisorder(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  { seed, ...options }: CutOptions & { readonly seed: number },
): readonly DetectorRun[] {
  const world = measureWorld(context, detectors);
  const cutter = new LedgerCutter(context, detectors, options);
  const random = createRandom(seed);
  const answersOf = (cuts: readonly Cut[]): SliceAnswer[] =>
    cuts.map(({ group, rows }) => {
      const once = [...rows];
      const disorder = [...once, ...once.filter((_, i) => i % 3 === 0)];
      shuffle(disorder, random);
      const draft = new SliceDraft(world);
      for (const row of disorder) draft.add(row);
      const slice = draft.finish();
      return toAnswer(runSlice(slice, group, detectors), slice.graph.ledger);
    });
  const first = answersOf([...cutter.stars(), ...cutter.slices()]);
  const candidates = candidatesOf(first);
  return mergeAnswers(context, detectors, [
    ...first,
    ...answersOf([...cutter.halos(candidates), ...cutter.globals(candidates)]),
  ]);
}
