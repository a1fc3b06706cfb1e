import { join } from 'node:path';
import { DUCKDB, finishSearch, partsFor, planLakeJob, searchLake } from '../engine/index.js';
import { type EngineUse, type Investigation, type InvestigationPlan } from '../investigation/index.js';
import { type OpenLake, withDatabase, withPrivateFolder } from '../node/index.js';
import { mergeFindings } from '../slices/index.js';

/** Bytes of the engine's memory for each row of a part: a part takes less than half of that here. */
const MEMORY_PER_ROW = 2048;

/** An investigation, and the engine that looked for its patterns where it was not this machine alone. */
export interface EngineInvestigation {
  readonly investigation: Investigation;
  readonly engine?: EngineUse;
}

/** Makes the investigation of a plan, with what an engine found, or finds now, put into its ledger. */
export type EngineSearch = (plan: InvestigationPlan) => Promise<EngineInvestigation>;

/**
 * Has a lake searched with DuckDB, in a folder of its own that is gone when it is done, whatever happens.
 *
 * @throws (when called) InputError `package-missing`, `engine-memory`, `engine-failed`; UsageError `slice-locality`, `source-names`
 */
export function searchByDuckDb({ paths }: OpenLake, memoryBytes: number): EngineSearch {
  return async (plan) => {
    const { hubDegreeCap, watched } = plan;
    const { context, chosen } = plan.detectors;
    const { ledger } = context.graph;
    const parts = partsFor(ledger.rowCount, Math.max(1000, memoryBytes / MEMORY_PER_ROW));
    const job = planLakeJob(context, chosen, { hubDegreeCap, parts, looking: 'here' });
    const found = await withPrivateFolder('illicit-flows-engine', (folder) => {
      const where = { path: join(folder, 'parts.duckdb'), memoryBytes, spill: join(folder, 'spill') };
      return withDatabase('search a lake in parts', where, (session) =>
        searchLake(job, { ledger, session, dialect: DUCKDB, paths, ...watched }),
      );
    });
    const runs = finishSearch(context, job, (detectors) => mergeFindings(context, detectors, found));
    return { investigation: plan.finish(runs), engine: { name: 'duckdb', memoryBytes, parts } };
  };
}
