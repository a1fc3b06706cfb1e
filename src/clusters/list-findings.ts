import { type Finding } from '../evidence/index.js';
import { type Protection } from '../roles/index.js';
import { type DetectorRun } from '../typologies/index.js';
import { type ListedFinding } from './case-file.js';
import { explainFinding } from './explain-finding.js';

/**
 * All findings as they may be shown (welfare concerns are not: see {@link listConcerns}), those of leads first, in the order of the leads and then of the registry. Subjects
 * are named only as far as protection allows: operators of leads, and in findings that fired and that no innocent
 * alternative explains those who gather money of others or pass it on. Paying, being paid a wage and exchanging money with
 * friends never name anybody.
 */
export function listFindings(
  runs: readonly DetectorRun[],
  protection: Protection,
  clusterOf: (finding: Finding) => string | undefined,
): ListedFinding[] {
  const entries = runs.flatMap(({ detector, detection }) =>
    detection.status === 'evaluated' && detector.countClass !== 'welfare'
      ? detection.findings.items.map((finding) => ({ detector, finding }))
      : [],
  );
  const placed = entries.map((entry) => ({ ...entry, cluster: clusterOf(entry.finding) }));
  const last = '\uffff';
  placed.sort((a, b) => ((a.cluster ?? last) < (b.cluster ?? last) ? -1 : a.cluster === b.cluster ? 0 : 1));
  return placed.map(({ detector, finding, cluster }, i) => {
    // Where chance is not ruled out, the finding itself lists nobody.
    const lists = finding.status === 'fired' && finding.mayBeChance !== true;
    const named = finding.subjects.map((subject) =>
      lists || protection.isOperator(subject) ? protection.namesOf(subject) : undefined,
    );
    return {
      id: `F${String(i + 1).padStart(5, '0')}`,
      cluster,
      finding,
      sentence: explainFinding(finding, detector),
      accounts: named.flatMap((names) => names ?? []),
      unnamedSubjects: named.filter((names) => names === undefined).length,
    };
  });
}
