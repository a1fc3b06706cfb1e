export { type ReportData, reportDataSchema } from './report-data-schema.js';
