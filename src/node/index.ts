export { countCyclesInParallel, type ParallelOptions } from './count-cycles-in-parallel.js';
export { inspectFile } from './inspect-file.js';
export { caseTexts, readCase, type CaseAccount, type WrittenCase } from './read-case.js';
export { type GuardListFile, readGuardList } from './read-guard-list.js';
export { readTransactions, type ReadTransactionsOptions, sourceNames } from './read-transactions.js';
export { type AuditEvent, writeCase, type WriteCaseOptions } from './write-case.js';
export { writeTrace } from './write-trace.js';
export { type FolderFile, requireFreeFolder, writeFolder, type WrittenFile } from './write-folder.js';
