import { type Watched, watchSteps } from '../foundation/index.js';
import { candidatesOf, groupOf, type SliceAnswer } from '../slices/index.js';
import { type ChosenDetector, EVERYBODYS_RULE, type Reach } from '../typologies/index.js';
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
  sizeAround,
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
  { world, detectors, facts, stretches, onePartFrom }: LakeJob,
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

  const cut = async (core: string, reach: Reach): Promise<void> => {
    for (const statement of [core, ...ballStatements(dialect, reach)]) await session.run(statement);
  };
  await cut(starCore(dialect), 'star');
  await look('star', rowsAround('star'));
  if (stretches !== undefined) await look('slice', rowsInStretches(stretches));

  await session.run(CANDIDATES);
  await session.append('candidates', CANDIDATE_TYPES, candidateRows(answers));
  for (const reach of ['senders', 'pairs', 'relations'] as const) {
    const ids = idsOf(detectors, reach);
    if (ids.length === 0) continue;
    await cut(candidateCore(dialect, ids, false), reach);
    if ((await meanShare(session, reach, facts.parts)) > onePartFrom)
      await cut(candidateCore(dialect, ids, true), reach);
    await look(reach, rowsAround(reach));
  }
  for (const { detector } of detectors) {
    if (groupOf(detector) !== detector.id) continue;
    const reach = detector.locality?.reach ?? 'star';
    await cut(candidateCore(dialect, [detector.id], true), reach);
    await look(detector.id, rowsAround(reach));
  }
  return answers;
}

/** How much of the file a part holds. */
async function meanShare(session: SqlSession, reach: Reach, parts: number): Promise<number> {
  const [rows, transfers] = await firstRow(session, sizeAround(reach));
  return Number(rows) / (parts * Number(transfers));
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
