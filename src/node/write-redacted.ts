import { type CaseDocument, type RedactedCase } from '../disclosure/index.js';
import {
  accountsTable,
  caseJsonText,
  findingsTable,
  leadsTable,
  leadTransfersTable,
  outsideFindingsTable,
} from '../export/index.js';
import { InvariantError, VERSION } from '../foundation/index.js';
import { writeFolder } from './write-folder.js';
import { type FolderFile, type WrittenFile } from './write-text.js';

/** Version of the layout of redaction.json. */
const REDACTION_FORMAT = 1;

/**
 * Writes a redacted case, whole or not at all: case.json, redaction.json, and the tables that the document gives: leads.csv, and
 * below the level public accounts.csv, findings.csv, findings-outside-leads.csv and leads/C001/transfers.csv. Nothing of the folder
 * that the case came from is copied: no quarantine, no manifest, no audit log. Same case, key and level, same bytes.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeRedactedCase(folder: string, { document, changes }: RedactedCase): Promise<WrittenFile[]> {
  const { redaction } = document;
  if (redaction === undefined) throw new InvariantError('case-not-redacted', 'Expected a redacted case');
  const record = {
    tool: 'illicit-flows',
    version: VERSION,
    format: REDACTION_FORMAT,
    ...redaction,
    smallestGroup: document.smallestGroup,
    changes,
  };
  return writeFolder(folder, [
    { name: 'case.json', chunks: caseJsonText(document) },
    { name: 'leads.csv', chunks: leadsTable(document) },
    ...(redaction.level === 'public' ? [] : tablesOf(document)),
    { name: 'redaction.json', chunks: [`${JSON.stringify(record, undefined, 2)}\n`] },
  ]);
}

/** Tables with a line for every account, finding or transfer. */
function tablesOf(document: CaseDocument): FolderFile[] {
  return [
    { name: 'accounts.csv', chunks: accountsTable(document) },
    { name: 'findings.csv', chunks: findingsTable(document) },
    { name: 'findings-outside-leads.csv', chunks: outsideFindingsTable(document) },
    ...document.leads.map((lead) => ({
      name: `leads/${lead.lead}/transfers.csv`,
      chunks: leadTransfersTable(lead, document.data.precision),
    })),
  ];
}
