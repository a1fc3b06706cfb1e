import { type Finding } from '../../evidence/index.js';

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
