import { type Bounded } from '../../foundation/index.js';
import { CHOICE, type Finding, type Parameter } from '../../evidence/index.js';
import { StrongestFindings } from './strongest-findings.js';

export { compareLists, sortFindings } from './sort-findings.js';

/** The limit on findings that every detector carries. */
export const MAX_FINDINGS: Parameter = {
  value: 10_000,
  unit: 'count',
  meaning:
    'At most this many findings that no innocent alternative explains are kept, the strongest first, and as many that one explains; if there are more, the answer is marked incomplete',
  source: CHOICE,
};

/**
 * Turns candidates into findings and keeps the strongest `limit` of those that fired after `explain` has tested their
 * innocent alternatives, and as many explained ones; in reading order. Stops at the first fired one beyond the limit, so
 * that weaker candidates cost nothing. Without `explain` all of them count as fired.
 *
 * `compare`: see FindingChoice. O(n log n) in the candidates, beside the tests.
 */
export function boundFindings<Candidate>(
  candidates: readonly Candidate[],
  limit: number,
  compare: (left: Candidate, right: Candidate) => number,
  toFinding: (candidate: Candidate) => Finding,
  explain?: (finding: Finding) => Finding | undefined,
): Bounded<Finding> {
  const strongest = new StrongestFindings({ limit, compare, toFinding, explain });
  for (const candidate of candidates.length <= limit ? candidates : [...candidates].sort(compare)) {
    if (strongest.isDone) break;
    strongest.add(candidate);
  }
  return strongest.result();
}
