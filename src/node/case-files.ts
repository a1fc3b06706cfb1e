import {
  accountsTable,
  caseJsonText,
  findingsTable,
  leadsTable,
  leadTransfersTable,
  outsideFindingsTable,
  quarantineTable,
  sensitivityTable,
} from '../export/index.js';
import { type Quarantine } from '../ingest/index.js';
import { type Investigation, type Manifest } from '../investigation/index.js';
import { type FolderFile } from './write-text.js';

/** What a case is written from besides the investigation. */
export interface CaseFileParts {
  readonly quarantine: Quarantine;
  readonly manifest: Manifest;
}

/** The files of a case but for its audit log, in the order in which they are written. Same case, same texts. */
export function caseFiles(
  { document }: Pick<Investigation, 'document'>,
  { quarantine, manifest }: CaseFileParts,
): FolderFile[] {
  return [
    { name: 'leads.csv', chunks: leadsTable(document) },
    { name: 'accounts.csv', chunks: accountsTable(document) },
    { name: 'findings.csv', chunks: findingsTable(document) },
    { name: 'findings-outside-leads.csv', chunks: outsideFindingsTable(document) },
    ...document.leads.map((lead) => ({
      name: `leads/${lead.lead}/transfers.csv`,
      chunks: leadTransfersTable(lead, document.data.precision),
    })),
    ...(document.sensitivity === undefined
      ? []
      : [{ name: 'sensitivity.csv', chunks: sensitivityTable(document.sensitivity) }]),
    { name: 'quarantine.csv', chunks: quarantineTable(quarantine) },
    { name: 'case.json', chunks: caseJsonText(document) },
    { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ];
}
