import { UsageError } from '../foundation/index.js';
import { sha256Of } from './kernel-process.js';
import { type LakeJob } from './lake-job.js';
import { makePlan } from './plan.js';
import { type JobFile, sparkSqlFiles } from './spark-sql.js';
import { isSparkPath, type ScriptDefaults, sparkReadme, sparkScript } from './spark-script.js';

/** What a job is made of beside the search itself. */
export interface SparkJobOptions extends ScriptDefaults {
  /** Names of the lake's Parquet files. */
  readonly names: readonly string[];
  /** The kernel in one file, which nodes run. */
  readonly kernel: string;
  readonly maxPartRows: number;
  /** How the lake was read, for the record. */
  readonly mapping: unknown;
  /** What was chosen for the case, as JSON, for whoever makes it. */
  readonly choices: unknown;
}

/**
 * The files of a job for Spark. The same lake, choices and library give the same bytes but for `run.sh`, which says where the lake lies.
 *
 * @throws UsageError `slice-locality`, `spark-path` for a name of a file that cannot be said to Spark
 */
export function sparkJobFiles(job: LakeJob, options: SparkJobOptions): JobFile[] {
  const { names, kernel, maxPartRows, mapping, choices } = options;
  if (!names.every(isSparkPath)) throw new UsageError('spark-path', 'Expected files of a lake with plain names');
  const { parts, hubDegreeCap } = job.facts;
  const plan = makePlan(job.world, job.detectors, {
    ...{ parts, hubDegreeCap, mapping, kernelSha256: sha256Of(kernel) },
    job: { facts: job.facts, stretches: job.stretches, onePartFrom: job.onePartFrom, maxPartRows, choices },
  });
  const sql = sparkSqlFiles(job, names, maxPartRows);
  const sqlNames = sql.map(({ name }) => name);
  return [
    ...sql,
    { name: 'kernel.mjs', text: kernel },
    { name: 'plan.json', text: `${JSON.stringify(plan, undefined, 2)}\n` },
    sparkScript(options, sqlNames),
    sparkReadme(sqlNames),
  ];
}
