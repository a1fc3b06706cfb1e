import { type ChosenDetector, type DetectionContext, type DetectorRun } from '../typologies/index.js';
import { type Cut, type CutOptions, LedgerCutter } from './cut-ledger.js';
import { candidatesOf, mergeAnswers } from './merge-answers.js';
import { runSlice } from './run-slice.js';
import { type SliceAnswer, toAnswer } from './slice-answer.js';
import { SliceDraft } from './slice-draft.js';
import { measureWorld, type SliceWorld } from './slice-world.js';

/**
 * What detectors find in a ledger, found in slices of it: transfers, amounts, measures, status and the outcome of every
 * alternative, and remarks, are those of the whole, for any number of slices and any partition of accounts. A
 * limit on findings does not apply, and budgets of search hold for each slice, so that less is left open, never more.
 *
 * All in memory: it shows what an engine must do, and proves that it suffices.
 *
 * @throws UsageError `slice-locality`, `source-names`, `source-rows`, `slice-part`
 */
export function detectInSlices(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  options: CutOptions,
): DetectorRun[] {
  const world = measureWorld(context, detectors);
  const cutter = new LedgerCutter(context, detectors, options);
  const answersOf = (cuts: readonly Cut[]): SliceAnswer[] => cuts.map((cut) => answerOf(cut, detectors, world));
  const first = answersOf([...cutter.stars(), ...cutter.slices()]);
  const candidates = candidatesOf(first);
  const second = answersOf([...cutter.halos(candidates), ...cutter.globals(candidates)]);
  return mergeAnswers(context, detectors, [...first, ...second]);
}

function answerOf({ group, rows }: Cut, detectors: readonly ChosenDetector[], world: SliceWorld): SliceAnswer {
  const draft = new SliceDraft(world);
  for (const row of rows) draft.add(row);
  const context = draft.finish();
  return toAnswer(runSlice(context, group, detectors), context.graph.ledger);
}
