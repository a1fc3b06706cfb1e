export { caseJsonText } from './case-json.js';
export { accountsTable, findingsTable, leadsTable, outsideFindingsTable } from './case-tables.js';
export { formatAccount, formatAlternative, formatScore, formatSums, formatWeight, type WrittenSum } from './cells.js';
export { leadTransfersTable } from './transfers-table.js';
export { csvTable, type TableColumn } from './csv-table.js';
export {
  FEATURE_DICTIONARY,
  type FeatureColumn,
  type FeatureTableName,
  featureDictionaryTable,
} from './feature-dictionary.js';
export { accountFeaturesTable, transferFeaturesTable } from './feature-tables.js';
export { quarantineTable } from './quarantine-table.js';
export { recordMask } from './record-mask.js';
export { plainCell, showInvisible, textCell } from './escape.js';
export { TRACE_FORMAT, traceJsonText } from './trace-json.js';
export { stepsTable } from './trace-steps.js';
export { destinationsTable, originsTable, partyCells, payersLabel } from './trace-tables.js';
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
