export { CASE_FORMAT, type CaseDocument, caseSchema, type FindingDocument, SMALLEST_GROUP } from './case-schema.js';
export { type LeadDocument, leadSchema, type LeadTransfers, type OperatorDocument } from './lead-schema.js';
