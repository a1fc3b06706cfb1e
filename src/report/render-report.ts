import { type CaseDocument } from '../disclosure/index.js';
import { type ReportRun } from './report-data.js';
import { toReportData } from './to-report-data.js';
import { UsageError } from '../foundation/index.js';
/** What a template holds once, in the place of the data. */
export const DATA_MARKER = '{"illicit-flows":"report-data"}';

/**
 * The page of a case: one HTML file that needs no network. Put together from the document, what is known of the run, and
 * the template that ships with the package (`dist/report-template.html`). Same input, same bytes.
 *
 * @throws UsageError `template` where the template does not hold the marker exactly once.
 */
export function renderReport(document: CaseDocument, run: ReportRun, template: string): string {
  const [before, after, ...more] = template.split(DATA_MARKER);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError('template', 'Expected a report template with one data marker but received another text');
  }
  return `${before}${embedJson(toReportData(document, run))}${after}`;
}

/** JSON that no HTML parser can take for markup, and no old script parser for a line end. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
