import { UsageError } from '../foundation/index.js';
import {
  accountsTable,
  caseJsonText,
  findingsTable,
  leadsTable,
  leadTransfersTable,
  outsideFindingsTable,
  quarantineTable,
} from '../export/index.js';
import { type Quarantine } from '../ingest/index.js';
import { type Investigation, type Manifest } from '../investigation/index.js';
import { reportFiles } from './write-report.js';
import { writeFolder } from './write-folder.js';
import { type FolderFile, type WrittenFile } from './write-text.js';

/** A line of audit.jsonl before its time is added: what happened, and its numbers. */
export interface AuditEvent {
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** What {@link writeCase} writes besides the case itself. */
export interface WriteCaseOptions {
  readonly quarantine: Quarantine;
  readonly manifest: Manifest;
  /** Events of the run so far, in order, each with the time it happened. */
  readonly audit: readonly { readonly time: string; readonly event: AuditEvent }[];
  /** Accounts of guard lists as written, also those that are in no transfer: an unread record may hold them. Default none. */
  readonly vouchedTexts?: Iterable<string>;
  /** Whether report.html and report.md are written. Default true. */
  readonly report?: boolean;
}

/**
 * Writes a case folder, whole or not at all: report.html, report.md, leads.csv, accounts.csv, findings.csv, findings-outside-leads.csv, quarantine.csv,
 * case.json, manifest.json, audit.jsonl, and leads/C001/transfers.csv for every lead. Same case, same bytes, but for the
 * `time` fields of audit.jsonl. Protected payers are in none of them.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`, `report-template`
 */
export async function writeCase(
  folder: string,
  { document, caseFile }: Pick<Investigation, 'document' | 'caseFile'>,
  { quarantine, manifest, audit, vouchedTexts = [], report = true }: WriteCaseOptions,
): Promise<WrittenFile[]> {
  if (quarantine.total !== manifest.totals.quarantined) {
    throw new UsageError('manifest-mismatch', 'Expected manifest and quarantine of the same run');
  }
  const masked = new Set([...caseFile.protection.maskedTexts(), ...vouchedTexts]);
  const files: FolderFile[] = [
    ...(report ? await reportFiles(document, manifest) : []),
    { name: 'leads.csv', chunks: leadsTable(document) },
    { name: 'accounts.csv', chunks: accountsTable(document) },
    { name: 'findings.csv', chunks: findingsTable(document) },
    { name: 'findings-outside-leads.csv', chunks: outsideFindingsTable(document) },
    ...document.leads.map((lead) => ({
      name: `leads/${lead.lead}/transfers.csv`,
      chunks: leadTransfersTable(lead, document.data.precision),
    })),
    { name: 'quarantine.csv', chunks: quarantineTable(quarantine, masked) },
    { name: 'case.json', chunks: caseJsonText(document) },
    { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
    { name: 'audit.jsonl', chunks: audit.map(({ time, event }) => `${JSON.stringify({ time, ...event })}\n`) },
  ];
  return writeFolder(folder, files);
}
