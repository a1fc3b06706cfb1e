import { type Watched, watchSteps } from '../foundation/index.js';
import { candidatesOf, type SliceAnswer } from '../slices/index.js';
import { answerParts } from './answer-parts.js';
import { type LakeJob } from './lake-job.js';
import { searchSteps } from './search-steps.js';
import { type SqlDialect } from './sql-dialect.js';
import { type SqlSession } from './sql-session.js';

/** Where a search happens; whoever watches is told of each kind of part. */
export interface SearchLakeOptions extends Watched {
  readonly session: SqlSession;
  readonly dialect: SqlDialect;
  /** Parquet files of the lake. */
  readonly paths: readonly string[];
}

/** Types of the columns of the table `candidates`: detector, institution, account. */
const CANDIDATE_TYPES = Object.freeze(['text', 'text', 'text'] as const);
const CANDIDATES = 'CREATE TABLE candidates (detector VARCHAR, bank VARCHAR, account VARCHAR)';

/**
 * Searches a lake in parts: the engine makes them and keeps them on the disk, and this process looks at one after the other.
 * `mergeAnswers` puts the answers together, in a ledger that holds their evidence. See `detectInSlices`, which does the same
 * in memory. Held here are one part at a time and all that was found.
 *
 * @throws InputError `part-row` for a lake that is none; UsageError `slice-row`, `slice-world` for one of another job; and
 *   what the session throws
 */
export async function searchLake(
  job: LakeJob,
  { session, dialect, paths, ...watched }: SearchLakeOptions,
): Promise<SliceAnswer[]> {
  const tell = watchSteps(watched);
  const answers: SliceAnswer[] = [];
  tell('numbering accounts of the lake');
  for (const step of searchSteps(job, dialect, paths)) {
    if (step.kind === 'run') await session.run(step.sql);
    else if (step.kind === 'candidates') {
      await session.run(CANDIDATES);
      await session.append('candidates', CANDIDATE_TYPES, candidateRows(answers));
    } else {
      const { groups, rows } = step.look;
      tell(`looking for patterns in parts: ${typeof groups === 'string' ? groups : groups.join(', ')}`);
      for await (const answer of answerParts(session.rows(rows), groups, job)) answers.push(answer);
    }
  }
  return answers;
}

function* candidateRows(
  answers: readonly SliceAnswer[],
): Generator<readonly [string, string, string], void, undefined> {
  for (const [detector, keys] of candidatesOf(answers))
    for (const [bank, account] of keys) yield [detector, bank, account];
}
