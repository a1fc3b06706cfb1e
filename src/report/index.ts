export { renderReport } from './render-report.js';
export { type ReportInput, type ReportReview, type ReportRun } from './report-data.js';
export { reportMarkdown } from './report-markdown.js';
export { requireTraceOfCase } from './traced-accounts.js';
export { type CaseFigure, type CaseFigures, caseFigures, MOST_FIGURE_LEADS } from './figures/case-figures.js';
