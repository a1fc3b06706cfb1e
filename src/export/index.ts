export { caseJsonText } from './case-json.js';
export { accountsTable, findingsTable, leadsTable, outsideFindingsTable } from './case-tables.js';
export { formatAccount, formatSums, formatWeight, type WrittenSum } from './cells.js';
export { leadTransfersTable } from './transfers-table.js';
export { csvTable, type TableColumn } from './csv-table.js';
export {
  FEATURE_DICTIONARY,
  type FeatureColumn,
  type FeatureTableName,
  featureDictionaryTable,
} from './feature-dictionary.js';
export { accountFeaturesTable, transferFeaturesTable } from './feature-tables.js';
export { sensitivityTable } from './sensitivity-table.js';
export { sqlPath, sqlText } from './sql-texts.js';
export { quarantineTable } from './quarantine-table.js';
export { recordMask } from './record-mask.js';
export { plainCell, showInvisible, textCell, unguardCell } from './escape.js';
export { traceJsonText } from './trace-json.js';
export { stepsTable } from './trace-steps.js';
export { destinationsTable, originsTable, partyCells, payersLabel, type ShownParty } from './trace-tables.js';
export { type CycleListing, cyclesTable, cycleStepsTable } from './cycle-tables.js';
export {
  type PathParty,
  pathParty,
  type PathRecord,
  pathRecords,
  type PathStepRecord,
  type RouteRecord,
  routeRecords,
} from './path-records.js';
export {
  type CaseExport,
  EXPORT_FORMATS,
  exportCase,
  type ExportCaseOptions,
  type ExportedFile,
  type ExportFormat,
  isFolderFormat,
} from './formats/export-case.js';
export { compareDocuments } from './compare-cases/compare-documents.js';
export { type ValueDifference, type ValuePath } from './compare-cases/compare-values.js';
export { type Difference } from './compare-cases/difference.js';
export { type ComparedTables, compareTables, tableCells } from './compare-cases/compare-tables.js';
export {
  type ComparedValues,
  differencesOfDocuments,
  differencesOfEvents,
  differencesOfManifests,
} from './compare-cases/describe-differences.js';
export { ShownValues } from './compare-cases/shown-values.js';
export { type Review, REVIEW_STATES, type ReviewState } from './compare-cases/review.js';
export { type CarriedReview, carryReviews } from './compare-cases/carry-reviews.js';
export {
  type CaseDiff,
  type ComparedCase,
  diffCases,
  type LeadDiff,
  type LeadLine,
} from './compare-cases/diff-cases.js';
export {
  type ComparedInput,
  type ComparedManifest,
  type DiffCauses,
  type FileChange,
  type ValueChange,
} from './compare-cases/diff-causes.js';
export { type FindingsDiff } from './compare-cases/diff-findings.js';
export { type LeadMatching, matchLeads, type MatchedLeads } from './compare-cases/match-leads.js';
