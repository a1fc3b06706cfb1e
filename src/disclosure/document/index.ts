export { CASE_FORMAT, CASE_NOTICE, MOST_TRANSFERS, SMALLEST_GROUP } from './case-format.js';
export { type CaseDocument, caseSchema, type FindingDocument } from './case-schema.js';
export { type LeadDocument, leadSchema, type LeadTransfers, type OperatorDocument } from './lead-schema.js';
export { TRACE_FORMAT } from './trace-format.js';
export {
  type TracedCase,
  type TracedDestination,
  type TracedOrigin,
  type TracedRange,
  type TraceDocument,
  traceSchema,
} from './trace-schema.js';
