export { AnswerReader, answersFromLines, answerToLines, type PartCounts } from './answer-lines.js';
export {
  KERNEL_EXIT,
  KERNEL_MODES,
  type KernelEnd,
  type KernelMode,
  type KernelOptions,
  MAX_PART_ROWS,
  runKernel,
} from './kernel.js';
export { type KernelCall, runKernelProcess, sha256Of } from './kernel-process.js';
export { decodeLine, encodeLine } from './line-codec.js';
export { linesOf } from './lines-of.js';
export { CONTRACT, makePlan, type Plan, type PlanOptions, type ReadPlan, readPlan } from './plan.js';
export { ROW_FIELDS, rowFromLine, rowToLine } from './row-lines.js';
export { type GatheredPart, gatherInRounds, type GrowingPart, type Needs } from './rounds.js';
export { type LakeWorld, PartOfLake, type PartStart } from './part-of-lake.js';
export { finishSearch } from './finish-search.js';
export { type LakeJob, type LakeJobOptions, partsFor, planLakeJob } from './lake-job.js';
export { searchLake, type SearchLakeOptions } from './search-lake.js';
export { DUCKDB, type SqlDialect } from './sql-dialect.js';
export { type SqlCell, type SqlSession } from './sql-session.js';
export { SPARK } from './spark-dialect.js';
export { sparkJobFiles, type SparkJobOptions } from './spark-job.js';
export { isSparkPath, type ScriptDefaults } from './spark-script.js';
export { type JobFile } from './spark-sql.js';
export { readJobAnswers, readJobFile, requireSameJob } from './read-job.js';
export { requireSpark, runSparkJob, type RunSparkOptions } from './run-spark.js';
export { type CatalogueTable, catalogueTable } from './table-names.js';
export { exportTable, type ExportTableOptions, type TableExport } from './export-table.js';
