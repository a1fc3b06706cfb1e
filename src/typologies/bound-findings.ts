import { type Bounded, complete, stopped } from '../foundation/index.js';
import { CHOICE, type Finding, type Parameter } from '../evidence/index.js';

/** The limit on findings that every detector carries. */
export const MAX_FINDINGS: Parameter = {
  value: 10_000,
  unit: 'count',
  meaning: 'At most so many findings are kept, the strongest first; the answer is then marked incomplete',
  source: CHOICE,
};

/**
 * Keeps the strongest `limit` candidates and turns only those into findings, in reading order.
 *
 * `compare` puts the stronger candidate first; it must look at structure, time and content before it looks at account
 * numbers, so that names do not decide what is kept. O(n log n) in the candidates.
 */
export function boundFindings<Candidate>(
  candidates: readonly Candidate[],
  limit: number,
  compare: (left: Candidate, right: Candidate) => number,
  toFinding: (candidate: Candidate) => Finding,
): Bounded<Finding> {
  if (candidates.length <= limit) return complete(sortFindings(candidates.map(toFinding)));
  const strongest = [...candidates].sort(compare).slice(0, limit);
  return stopped(sortFindings(strongest.map(toFinding)), `maxFindings ${limit}`);
}

/** Findings in reading order: by first transfer, hence by time; then by the other transfers, then by subjects. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (left, right) => compareLists(left.rows, right.rows) || compareLists(left.subjects, right.subjects),
  );
}

/** Lexicographic order of two lists of numbers; the shorter of two that agree comes first. */
export function compareLists(left: ArrayLike<number>, right: ArrayLike<number>): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return left.length - right.length;
}
