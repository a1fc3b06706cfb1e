export { countCyclesInParallel, type ParallelOptions } from './count-cycles-in-parallel.js';
export { investigateInParallel, type InvestigateInParallelOptions } from './investigate-in-parallel.js';
export { inspectFile, type InspectFileOptions } from './inspect-file.js';
export { type CaseInput, readCaseInputs } from './read-case-inputs.js';
export { caseTexts, readCase, type CaseAccount, type CaseLead, type WrittenCase } from './read-case.js';
export { readCaseDocument } from './read-case-document.js';
export { type OperatorAccount, readOperatorAccounts } from './read-operator-accounts.js';
export { readTraceDocument } from './read-trace-document.js';
export { hashCase } from './hash-case.js';
export { readSchemaText } from './read-schema-text.js';
export { type GuardListFile, readGuardList } from './read-guard-list.js';
export { readTransactions, type ReadTransactionsOptions, sourceNames } from './read-transactions.js';
export { type LakeManifest, type LakeTable, worldOfLake } from './lake-manifest.js';
export { type OpenLake, openLake, readingOfLake, readLake, type ReadLakeOptions } from './read-lake.js';
export { type LakeContent, writeLake, writeLakeFrom } from './write-lake.js';
export { takeParts } from './take-parts.js';
export { type Database, type DatabaseOptions, type SqlChunk, type SqlValue, withDatabase } from './duckdb.js';
export { readKernelFile } from './kernel-file.js';
export { withPrivateFolder } from './private-folder.js';
export { reportFiles, writeReport } from './write-report.js';
export {
  FIGURES_FOLDER,
  type FigureFiles,
  figureFiles,
  writeFigures,
  type WriteFiguresOptions,
  type WrittenFigures,
} from './write-figures.js';
export { type CaseFigure, type CaseFigures } from '../report/index.js';
export { hashWithKey, readRedactionKey } from './redaction-key.js';
export { type FeatureFiles, featureFiles, writeFeatures } from './write-features.js';
export { writeRedactedCase } from './write-redacted.js';
export { type AuditEvent } from './audit-event.js';
export { caseFiles, type CaseFileParts } from './case-files.js';
export { type ChainBreak, type LogEntry } from './hash-chain.js';
export { type ChangedFile, checkCaseFiles, type CheckedFiles } from './check-case-files.js';
export { appendReview, readReviews, type ReadReviews, requireReviews } from './reviews.js';
export { readAudit, type ReadAudit } from './read-audit.js';
export { writeCase, type WriteCaseOptions } from './write-case.js';
export { type TraceParts, writeTrace } from './write-trace.js';
export { requireFreeFiles, writeFiles } from './write-files.js';
export { requireFreeFolder, writeFolder } from './write-folder.js';
export { type FolderFile, type WrittenFile } from './write-text.js';

// Comparing cases that were read back, and what reviewers say of leads: pure, but of no use without files.
export {
  type CarriedReview,
  carryReviews,
  type CaseDiff,
  compareDocuments,
  type ComparedCase,
  type ComparedInput,
  type ComparedManifest,
  diffCases,
  type DiffCauses,
  type FileChange,
  type FindingsDiff,
  type LeadDiff,
  type LeadLine,
  type Review,
  REVIEW_STATES,
  type ReviewState,
  type ValueChange,
  type ValueDifference,
  type ValuePath,
} from '../export/index.js';
