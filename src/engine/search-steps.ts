import { groupOf } from '../slices/index.js';
import { type Reach } from '../typologies/index.js';
import { factStatements } from './fact-statements.js';
import { type KernelMode } from './kernel.js';
import { type LakeJob } from './lake-job.js';
import {
  ballStatements,
  candidateCore,
  firstParts,
  inOnePart,
  type PartTables,
  rowsAround,
  rowsInStretches,
  sizeQuery,
  starCore,
  stretchNumbers,
  togetherCore,
} from './part-statements.js';
import { DUCKDB, type SqlDialect } from './sql-dialect.js';

/** Stages of a search, in their order. */
export const STAGES = Object.freeze(['facts', 'sieve', 'halo', 'global'] as const);
export type Stage = (typeof STAGES)[number];

/** Parts of a kind, to be looked at. */
export interface Look {
  /** Letters and underscores. */
  readonly name: string;
  /** What the parts are there for: one group, whose parts have numbers, or groups of one part, whose places are its numbers. */
  readonly groups: string | readonly string[];
  readonly mode: KernelMode;
  /** Query: rows of all parts, those of a part adjacent. */
  readonly rows: string;
  /** Query: the numbers of these parts, as the column `part`. */
  readonly parts: string;
}

/**
 * One step of a search: a statement to run, parts to look at, or, once all that may name candidates has been looked at,
 * the table `candidates` (detector, bank, account) to be made of what was answered.
 */
export type SearchStep = { readonly stage: Stage } & (
  | { readonly kind: 'run'; readonly sql: string }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'candidates' }
);

/** Parts that are measured to say how large all are, since accounts are in parts by a hash [choice]. */
const PROBED_PARTS = 4;

/** Everything that an engine does to search a lake, in order; nothing of it depends on what is found. */
export function searchSteps(job: LakeJob, dialect: SqlDialect, paths: readonly string[]): SearchStep[] {
  const { stretches } = job;
  const stars: PartTables = { core: 'star_core', ball: 'star_core' };
  return [
    ...run('facts', factStatements(dialect, paths, job.facts)),
    ...run('sieve', [starCore(dialect, stars.core)]),
    lookAt('sieve', {
      ...{ name: 'star', groups: 'star', mode: 'stars', parts: partsOf(stars.core) },
      rows: rowsAround(dialect, 'star', stars),
    }),
    ...(stretches === undefined
      ? []
      : [
          lookAt('sieve', {
            ...{ name: 'slice', groups: 'slice', mode: 'slices', parts: stretchNumbers(stretches) },
            rows: rowsInStretches(dialect, stretches),
          }),
        ]),
    { stage: 'sieve', kind: 'candidates' },
    ...(['senders', 'pairs', 'relations'] as const).flatMap((reach) => haloSteps(job, dialect, reach)),
    ...(['star', 'senders', 'pairs', 'relations'] as const).flatMap((reach) => globalSteps(job, dialect, reach)),
  ];
}

/** Candidates of the detectors of a reach, by part; in one part where the first parts say that all would hold too much. */
function haloSteps({ detectors, facts, onePartFrom }: LakeJob, dialect: SqlDialect, reach: Reach): SearchStep[] {
  const ids = detectors.filter(({ detector }) => groupOf(detector) === reach).map(({ detector }) => detector.id);
  if (ids.length === 0) return [];
  const all = `around_${reach}`;
  const [probe, size, core] = [`${all}_probe`, `${all}_size`, `${all}_core`];
  const probed = ballStatements(dialect, reach, probe);
  const { statements, balls } = ballStatements(dialect, reach, core);
  const rule = { parts: Math.min(PROBED_PARTS, facts.parts), onePartFrom };
  const rows = rowsAround(dialect, reach, { core, ball: balls.at(-1) ?? core });
  return [
    ...run('halo', [
      ...dialect.makeTable(all, candidateCore(dialect, ids)),
      ...dialect.makeTable(probe, firstParts(all, rule.parts)),
      ...probed.statements,
      ...dialect.makeTable(size, sizeQuery(reach, { core: probe, ball: probed.balls.at(-1) ?? probe }, rule)),
      ...dialect.dropTables(probed.balls),
      ...dialect.makeTable(core, inOnePart(all, size)),
      ...statements,
    ]),
    lookAt('halo', { name: all, groups: reach, mode: 'halo', rows, parts: partsOf(core) }),
    ...run('halo', dialect.dropTables(balls)),
  ];
}

/** All candidates together of each detector that has a group of its own and this reach. */
function globalSteps({ detectors }: LakeJob, dialect: SqlDialect, reach: Reach): SearchStep[] {
  const own = detectors.filter(({ detector }) => groupOf(detector) === detector.id);
  const groups = own.filter(({ detector }) => (detector.locality?.reach ?? 'star') === reach);
  const ids = groups.map(({ detector }) => detector.id);
  if (ids.length === 0) return [];
  const core = `together_${reach}`;
  const { statements, balls } = ballStatements(dialect, reach, core);
  const rows = rowsAround(dialect, reach, { core, ball: balls.at(-1) ?? core });
  return [
    ...run('global', [...dialect.makeTable(core, togetherCore(dialect, ids)), ...statements]),
    lookAt('global', { name: core, groups: ids, mode: 'global', rows, parts: partsOf(core) }),
    ...run('global', dialect.dropTables(balls)),
  ];
}

/** All groups whose parts a search looks at, in its order. */
export function jobGroups(job: LakeJob): string[] {
  const looks = searchSteps(job, DUCKDB, []).flatMap((step) => (step.kind === 'look' ? [step.look.groups] : []));
  return looks.flat();
}

function partsOf(core: string): string {
  return `SELECT DISTINCT part FROM ${core}`;
}

function run(stage: Stage, statements: readonly string[]): SearchStep[] {
  return statements.map((sql) => ({ stage, kind: 'run', sql }));
}

function lookAt(stage: Stage, look: Look): SearchStep {
  return { stage, kind: 'look', look };
}
