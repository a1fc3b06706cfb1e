import { complete, stopped } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import {
  type ChosenDetector,
  coverageOfAll,
  type DetectionContext,
  type DetectorRun,
  sortFindings,
} from '../typologies/index.js';
import { fromTable, type TableFinding } from './finding-table.js';
import { mergeRemarks } from './merge-remarks.js';
import { type SliceAnswer } from './run-slice.js';
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
 * Puts the answers of all slices together, in the ledger whose slices they are or in a part of it that holds all evidence:
 * what the detectors would have answered to the whole.
 *
 * @throws UsageError what {@link fromTable} throws
 */
export function mergeAnswers(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  answers: readonly SliceAnswer[],
): DetectorRun[] {
  const { graph } = context;
  const table = answers.flatMap(({ findings }) => findings);
  const all = fromTable(table, graph.ledger, graph.holdersJoined);
  const byDetector = new Map<string, Finding[]>();
  for (const finding of all) {
    const known = byDetector.get(finding.typology);
    if (known === undefined) byDetector.set(finding.typology, [finding]);
    else known.push(finding);
  }
  const missing = new Map(answers.flatMap(({ notEvaluable }) => notEvaluable));
  const limits = answers.flatMap((answer) => answer.stopped);
  const said = answers.flatMap((answer) => answer.remarks);
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

/** The table of what slices found, for a store of one's own. */
export function tableOf(answers: readonly SliceAnswer[]): readonly TableFinding[] {
  return answers.flatMap(({ findings }) => findings);
}
