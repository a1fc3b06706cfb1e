import { type Watched, watchSteps } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { keyOf, type SliceFindings } from '../slices/index.js';
import { type LakeJob } from './lake-job.js';
import { lookAtParts } from './look-at-parts.js';
import { searchSteps } from './search-steps.js';
import { type SqlDialect } from './sql-dialect.js';
import { type SqlSession } from './sql-session.js';

/** Where a search happens; whoever watches is told of each kind of part. */
export interface SearchLakeOptions extends Watched {
  /** What the lake was read into. */
  readonly ledger: Ledger;
  readonly session: SqlSession;
  readonly dialect: SqlDialect;
  /** Parquet files of the lake. */
  readonly paths: readonly string[];
}

/** Types of the columns of the table `candidates`: detector, institution, account. */
const CANDIDATE_TYPES = Object.freeze(['text', 'text', 'text'] as const);
const CANDIDATES = 'CREATE TABLE candidates (detector VARCHAR, bank VARCHAR, account VARCHAR)';

/**
 * Searches a lake in parts: the engine says which rows are in each, and keeps that on the disk; this process looks at one
 * after the other in the ledger. `mergeFindings` puts together what was found. See `detectInSlices`, which does the same in memory.
 * Held here are the ledger, one part at a time, and all that was found.
 *
 * @throws InputError `part-row` for a lake that is not the ledger's; and what the session throws
 */
export async function searchLake(
  job: LakeJob,
  { ledger, session, dialect, paths, ...watched }: SearchLakeOptions,
): Promise<SliceFindings[]> {
  const tell = watchSteps(watched);
  const found: SliceFindings[] = [];
  tell('numbering accounts of the lake');
  for (const step of searchSteps(job, dialect, paths)) {
    if (step.kind === 'run') await session.run(step.sql);
    else if (step.kind === 'candidates') {
      await session.run(CANDIDATES);
      await session.append('candidates', CANDIDATE_TYPES, candidateRows(found, ledger));
    } else {
      const { groups, rows } = step.look;
      tell(`looking for patterns in parts: ${typeof groups === 'string' ? groups : groups.join(', ')}`);
      for await (const one of lookAtParts(session.columns(rows), groups, { ...job, ledger })) found.push(one);
    }
  }
  return found;
}

/** Each detector's candidates, each once. */
function* candidateRows(
  found: readonly SliceFindings[],
  ledger: Ledger,
): Generator<readonly [string, string, string], void, undefined> {
  const told = new Map<string, Set<number>>();
  for (const { candidates } of found) {
    for (const [detector, account] of candidates) {
      const known = told.get(detector) ?? new Set();
      told.set(detector, known);
      if (known.has(account)) continue;
      known.add(account);
      const [bank, text] = keyOf(ledger, account);
      yield [detector, bank, text];
    }
  }
}
