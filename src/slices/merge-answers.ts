import { complete, stopped } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import {
  type ChosenDetector,
  coverageOfAll,
  type DetectionContext,
  type DetectorRun,
  sortFindings,
} from '../typologies/index.js';
import { mergeRemarks } from './merge-remarks.js';
import { type SliceFindings } from './run-slice.js';
import { fromAnswers, type SliceAnswer } from './slice-answer.js';
import { type KeyPair } from './slice-row.js';

/** Candidates of all slices by detector, each once. */
export function candidatesOf(answers: readonly SliceAnswer[]): ReadonlyMap<string, readonly KeyPair[]> {
  const byDetector = new Map<string, Map<string, KeyPair>>();
  for (const [detector, key] of answers.flatMap(({ candidates }) => candidates)) {
    const known = byDetector.get(detector) ?? new Map<string, KeyPair>();
    known.set(JSON.stringify(key), key);
    byDetector.set(detector, known);
  }
  return new Map([...byDetector].map(([detector, keys]) => [detector, [...keys.values()]]));
}

/**
 * Puts together what all slices found, told in the ledger whose slices they are or in a part of it that holds all evidence:
 * what the detectors would have answered to the whole.
 */
export function mergeFindings(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  slices: readonly SliceFindings[],
): DetectorRun[] {
  const { graph } = context;
  const byDetector = new Map<string, Finding[]>();
  for (const { findings } of slices) {
    for (const finding of findings) {
      const known = byDetector.get(finding.typology);
      if (known === undefined) byDetector.set(finding.typology, [finding]);
      else known.push(finding);
    }
  }
  const missing = new Map(slices.flatMap(({ notEvaluable }) => notEvaluable));
  const limits = slices.flatMap((slice) => slice.stopped);
  const said = slices.flatMap(({ remarks }) => remarks);
  return detectors.map(({ detector, parameters }): DetectorRun => {
    const coverage = detector.requires.map((column) => coverageOfAll(graph, column, context.columns));
    const lacks = missing.get(detector.id);
    if (lacks !== undefined) {
      return { detector, parameters, coverage, detection: { status: 'notEvaluable', missing: lacks } };
    }
    const found = byDetector.get(detector.id) ?? [];
    const items = sortFindings(detector.locality?.merge?.(found, parameters) ?? found);
    const met = [...new Set(limits.flatMap(([id, limit]) => (id === detector.id ? [limit] : [])))];
    const remarks = mergeRemarks(said.flatMap(([id, remark]) => (id === detector.id ? [remark] : [])));
    const findings = met.length === 0 ? complete(items) : stopped(items, met.join(', '));
    return { detector, parameters, coverage, detection: { status: 'evaluated', findings, remarks } };
  });
}

/**
 * As {@link mergeFindings}, of answers that have travelled.
 *
 * @throws UsageError what {@link fromAnswers} throws
 */
export function mergeAnswers(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  answers: readonly SliceAnswer[],
): DetectorRun[] {
  return mergeFindings(context, detectors, [fromAnswers(answers, context.graph)]);
}
