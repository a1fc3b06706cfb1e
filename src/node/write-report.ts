import { type CaseDocument } from '../disclosure/index.js';
import { renderReport, reportMarkdown, type ReportRun } from '../report/index.js';
import { readReportTemplate } from './report-template.js';
import { writeFolder } from './write-folder.js';
import { type FolderFile, type WrittenFile } from './write-text.js';

/**
 * report.html, the page of a case that needs no network, and report.md, the same in words. Made when they are written.
 * @throws InputError `report-template`
 */
export async function reportFiles(document: CaseDocument, run: ReportRun): Promise<FolderFile[]> {
  const template = await readReportTemplate();
  return [
    { name: 'report.html', chunks: one(() => renderReport(document, run, template)) },
    { name: 'report.md', chunks: one(() => reportMarkdown(document, run)) },
  ];
}

/** Writes both into a folder of their own. @throws UsageError `output-in-use`, InputError `output-unwritable`, `report-template` */
export async function writeReport(folder: string, document: CaseDocument, run: ReportRun): Promise<WrittenFile[]> {
  return writeFolder(folder, await reportFiles(document, run));
}

function* one(make: () => string): Generator<string, void> {
  yield make();
}
