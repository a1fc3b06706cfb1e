import { join } from 'node:path';
import { type Ledger } from '../../src/ledger/index.js';
import { DUCKDB, finishSearch, planLakeJob, searchLake } from '../../src/engine/index.js';
import { withDatabase, writeLake } from '../../src/node/index.js';
import { mergeFindings } from '../../src/slices/index.js';
import { type ChosenDetector, type DetectionContext, type DetectorRun } from '../../src/typologies/index.js';
import { freshFolder } from './run-command.js';

/** How a test searches a lake. */
export interface LakeSearch {
  readonly hubDegreeCap: number;
  readonly parts: number;
  /** Default 256 MB. */
  readonly memoryBytes?: number;
  /** Default `spread`, by which most kinds are looked at in parts. */
  readonly looking?: 'here' | 'spread';
  /** Default that of a job: large parts of one kind are looked at as one. */
  readonly onePartFrom?: number;
}

/** Writes a ledger that was made from values as a lake. */
export async function lakeOf(ledger: Ledger, folder = join(freshFolder(), 'lake')): Promise<string> {
  const files = ledger.sources.map(({ name, sha256 }) => ({
    ...({
      name,
      sha256,
      format: 'text',
      layout: 'mapping',
      reader: 'papa',
      encoding: 'utf-8',
      delimiter: ',',
    } as const),
    ...{ gzip: false, notes: [], read: 0, accepted: 0, quarantined: 0, skipped: 0, skippedByCode: new Map() },
  }));
  const quarantine = { entries: [], counts: new Map<string, number>(), total: 0, complete: true };
  const reading = {
    ...{ ledger, labels: undefined, quarantine, files, notes: [], telling: new Set<string>(), sheet: undefined },
    holders: { joined: 0, sameNameApart: 0, severalNames: 0 },
  };
  await writeLake(folder, reading, { mapping: 'given', reader: 'auto', duplicates: 'keep' });
  return join(folder, 'transfers.parquet');
}

/** What detectors find in a lake that DuckDB cuts into so many parts. */
export async function detectInLake(
  context: DetectionContext,
  chosen: readonly ChosenDetector[],
  path: string,
  { hubDegreeCap, parts, memoryBytes = 256 * 2 ** 20, looking = 'spread', ...cut }: LakeSearch,
): Promise<DetectorRun[]> {
  const job = { ...planLakeJob(context, chosen, { hubDegreeCap, parts, looking }), ...cut };
  const folder = freshFolder();
  const where = { path: join(folder, 'parts.duckdb'), memoryBytes, spill: join(folder, 'spill') };
  const { ledger } = context.graph;
  const found = await withDatabase('test', where, (session) =>
    searchLake(job, { ledger, session, dialect: DUCKDB, paths: [path] }),
  );
  return finishSearch(context, job, (detectors) => mergeFindings(context, detectors, found));
}
