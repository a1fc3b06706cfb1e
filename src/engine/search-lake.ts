import { type Watched, watchSteps } from '../foundation/index.js';
import { candidatesOf, groupOf, type SliceAnswer } from '../slices/index.js';
import { type ChosenDetector, EVERYBODYS_RULE } from '../typologies/index.js';
import { answerParts } from './answer-parts.js';
import { accountStatement, countStatement, rankStatement, tableStatements } from './fact-statements.js';
import { type LakeJob } from './lake-job.js';
import {
  ballStatements,
  candidateCore,
  CANDIDATE_TYPES,
  CANDIDATES,
  rowsAround,
  rowsInStretches,
  starCore,
} from './part-statements.js';
import { type SqlDialect } from './sql-dialect.js';
import { firstRow, type SqlSession } from './sql-session.js';

/** Where a search happens; whoever watches is told of each kind of part. */
export interface SearchLakeOptions extends Watched {
  readonly session: SqlSession;
  readonly dialect: SqlDialect;
  /** Parquet files of the lake. */
  readonly paths: readonly string[];
}

/**
 * Searches a lake in parts: the engine makes them and keeps them on the disk, and this process looks at one after the other.
 * `mergeAnswers` puts the answers together, in a ledger that holds their evidence. See `detectInSlices`, which does the same
 * in memory. Held here are one part at a time and all that was found.
 *
 * @throws InputError `part-row` for a lake that is none; UsageError `slice-row`, `slice-world` for one of another job; and
 *   what the session throws
 */
export async function searchLake(
  { world, detectors, facts, stretches }: LakeJob,
  { session, dialect, paths, ...watched }: SearchLakeOptions,
): Promise<SliceAnswer[]> {
  const step = watchSteps(watched);
  const answers: SliceAnswer[] = [];
  const look = async (group: string, rows: string): Promise<void> => {
    step(`looking for patterns in parts: ${group}`);
    for await (const answer of answerParts(session.rows(rows), group, { world, detectors })) answers.push(answer);
  };
  step('numbering accounts of the lake');
  for (const statement of tableStatements(dialect, paths)) await session.run(statement);
  const least = { payers: await leastOf(session, 'payers'), receivers: await leastOf(session, 'receivers') };
  await session.run(accountStatement(dialect, facts, least));

  const around = async (group: string, core: string, reach: Parameters<typeof rowsAround>[0]): Promise<void> => {
    for (const statement of [core, ...ballStatements(dialect, reach)]) await session.run(statement);
    await look(group, rowsAround(reach));
  };
  await around('star', starCore(dialect), 'star');
  if (stretches !== undefined) await look('slice', rowsInStretches(stretches));

  await session.run(CANDIDATES);
  await session.append('candidates', CANDIDATE_TYPES, candidateRows(answers));
  for (const reach of ['senders', 'pairs', 'relations'] as const) {
    const ids = idsOf(detectors, reach);
    if (ids.length > 0) await around(reach, candidateCore(dialect, ids, false), reach);
  }
  for (const { detector } of detectors) {
    if (groupOf(detector) !== detector.id) continue;
    await around(detector.id, candidateCore(dialect, [detector.id], true), detector.locality?.reach ?? 'star');
  }
  return answers;
}

/** From how many others on everybody deals with an account. */
async function leastOf(session: SqlSession, table: 'payers' | 'receivers'): Promise<number> {
  const { leastParties, commonShare } = EVERYBODYS_RULE;
  const [count] = await firstRow(session, countStatement(table));
  if (typeof count !== 'number' || count === 0) return leastParties;
  const [others] = await firstRow(session, rankStatement(table, Math.floor(commonShare * (count - 1))));
  return Math.max(leastParties, Number(others) + 1);
}

function idsOf(detectors: readonly ChosenDetector[], group: string): string[] {
  return detectors.filter(({ detector }) => groupOf(detector) === group).map(({ detector }) => detector.id);
}

function* candidateRows(
  answers: readonly SliceAnswer[],
): Generator<readonly [string, string, string], void, undefined> {
  for (const [detector, keys] of candidatesOf(answers))
    for (const [bank, account] of keys) yield [detector, bank, account];
}
