import { UsageError } from '../foundation/index.js';
import { type Quarantine } from '../ingest/index.js';
import { type Investigation, type Manifest } from '../investigation/index.js';
import { AUDIT_FILE, type AuditEvent, writtenEvent } from './audit-event.js';
import { caseFiles } from './case-files.js';
import { chainedText } from './hash-chain.js';
import { figureFiles } from './write-figures.js';
import { reportFiles } from './write-report.js';
import { writeFolder } from './write-folder.js';
import { type WrittenFile } from './write-text.js';

/** What {@link writeCase} writes besides the case itself. */
export interface WriteCaseOptions {
  readonly quarantine: Quarantine;
  readonly manifest: Manifest;
  /** Events of the run so far, in order, each with the time it happened. */
  readonly audit: readonly { readonly time: string; readonly event: AuditEvent }[];
  /** Whether report.html, report.md and the figures of the strongest leads are written. Default true. */
  readonly report?: boolean;
}

/**
 * Writes a case folder, whole or not at all: report.html, report.md, figures/C001-flow.svg and the like, leads.csv, accounts.csv, findings.csv,
 * findings-outside-leads.csv, quarantine.csv, case.json, manifest.json, leads/C001/transfers.csv for every lead, and audit.jsonl,
 * whose last event lists the others with their SHA-256. Same case, same bytes, but for the times in audit.jsonl and the chain over them. Protected payers are in none of them.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`, `report-template`
 */
export async function writeCase(
  folder: string,
  investigation: Pick<Investigation, 'document'>,
  { quarantine, manifest, audit, report = true }: WriteCaseOptions,
): Promise<WrittenFile[]> {
  if (quarantine.total !== manifest.totals.quarantined) {
    throw new UsageError('manifest-mismatch', 'Expected manifest and quarantine of the same run');
  }
  const { document } = investigation;
  const page = report ? await reportFiles(document, manifest) : [];
  const figures = report ? (await figureFiles(document, manifest)).files : [];
  const files = [...page, ...figures, ...caseFiles(investigation, { quarantine, manifest })];
  return writeFolder(folder, files, (written) => {
    const events = [...audit, { time: new Date().toISOString(), event: writtenEvent(written) }];
    return { name: AUDIT_FILE, chunks: chainedText(events.map(({ time, event }) => ({ time, ...event }))) };
  });
}
