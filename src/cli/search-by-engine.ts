import { join } from 'node:path';
import { type ProgressListener } from '../foundation/index.js';
import { DUCKDB, finishSearch, type LakeJob, partsFor, planLakeJob, searchLake } from '../engine/index.js';
import {
  type EngineUse,
  type InvestigateOptions,
  type Investigation,
  type InvestigationPlan,
  planInvestigation,
} from '../investigation/index.js';
import { type Ledger } from '../ledger/index.js';
import { type OpenLake, withDatabase, withPrivateFolder } from '../node/index.js';

/** Bytes of the engine's memory for each row of a part: a part takes less than half of that here. */
const MEMORY_PER_ROW = 2048;

/** A search that was made in parts. */
export interface EngineSearch {
  readonly use: EngineUse;
  /** Makes the investigation of a plan, with the answers put together in its ledger. */
  investigate(plan: InvestigationPlan): Investigation;
}

/** How an engine searches. */
export interface EngineOptions {
  readonly memoryBytes: number;
  readonly onProgress?: ProgressListener | undefined;
}

/** Asks the ledger of a lake what its parts must know. It is not needed for the search itself: let go of it. */
export function planSearch(ledger: Ledger, options: InvestigateOptions, { memoryBytes }: EngineOptions): LakeJob {
  const { detectors, hubDegreeCap } = planInvestigation(ledger, options);
  return planLakeJob(detectors.context, detectors.chosen, {
    hubDegreeCap,
    parts: partsFor(detectors.context.graph.transferCount, Math.max(1000, memoryBytes / MEMORY_PER_ROW)),
  });
}

/**
 * Searches a lake with DuckDB, in a folder of its own that is gone when it is done, whatever happens.
 *
 * @throws InputError `package-missing`, `engine-memory`, `engine-failed`
 */
export async function searchByEngine(
  lake: OpenLake,
  job: LakeJob,
  { memoryBytes, onProgress }: EngineOptions,
): Promise<EngineSearch> {
  return withPrivateFolder('illicit-flows-engine', async (folder) => {
    const where = { path: join(folder, 'parts.duckdb'), memoryBytes, spill: join(folder, 'spill') };
    const answers = await withDatabase('search a lake in parts', where, (session) =>
      searchLake(job, { session, dialect: DUCKDB, paths: lake.paths, onProgress }),
    );
    return {
      use: { name: 'duckdb', memoryBytes, parts: job.facts.parts },
      investigate: (plan) => plan.finish(finishSearch(plan.detectors.context, job.chosen, answers)),
    };
  });
}
