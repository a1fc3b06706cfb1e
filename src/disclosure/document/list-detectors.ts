import { type DetectorRun } from '../../typologies/index.js';
import { type ListedFinding } from '../case-file.js';
import type { CaseDocument } from './case-schema.js';
import { columnInWords } from './column-words.js';

/** Every detector that was asked, in the order of the registry: what it looks for, what it found, what it lacked. */
export function listDetectors(
  runs: readonly DetectorRun[],
  listed: readonly ListedFinding[],
): CaseDocument['detectors'] {
  const inLeads = new Map<string, number>();
  for (const { lead, finding } of listed) {
    if (lead !== undefined) inLeads.set(finding.typology, (inLeads.get(finding.typology) ?? 0) + 1);
  }
  return runs.map(({ detector: { id, title, question }, detection }) => {
    const items = detection.status === 'evaluated' ? detection.findings.items : [];
    return {
      id,
      title,
      question,
      fired: items.filter(({ status }) => status === 'fired').length,
      explained: items.filter(({ status }) => status === 'explained').length,
      inLeads: inLeads.get(id) ?? 0,
      missing: detection.status === 'notEvaluable' ? detection.missing.map(columnInWords) : null,
      stoppedBy: detection.status === 'evaluated' ? (detection.findings.stoppedBy ?? null) : null,
    };
  });
}
