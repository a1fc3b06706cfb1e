import { basename, dirname, resolve } from 'node:path';
import {
  finishSearch,
  type JobFile,
  type LakeJob,
  MAX_PART_ROWS,
  partsFor,
  planLakeJob,
  readJobAnswers,
  requireSameJob,
  runSparkJob,
  sha256Of,
  sparkJobFiles,
} from '../engine/index.js';
import { type Watched, watchSteps } from '../foundation/index.js';
import { type InvestigateOptions, planInvestigation } from '../investigation/index.js';
import { type OpenLake, readKernelFile, writeFolder } from '../node/index.js';
import { mergeAnswers } from '../slices/index.js';
import { findGuarded, type NamedGuardList } from './guard-lists.js';
import { type JudgementFlags, judgementOptions } from './judgement-options.js';
import { LAKE_MAPPING, type ReadingFlags, readOpenLake } from './reading-options.js';
import { type EngineSearch } from './search-by-engine.js';
import { type SparkFlags } from './spark-flags.js';

/** Rows of a part unless the number of parts is given: with everything about them half a gigabyte in the kernel. */
const ROWS_OF_PART = 2 ** 19;

/** A job for Spark, and the files that it consists of. */
export interface SparkJob {
  readonly job: LakeJob;
  readonly files: readonly JobFile[];
}

/** What a job is made with. */
export interface SparkJobChoices extends SparkFlags {
  readonly lists: readonly NamedGuardList[];
  /** How the case will be judged, without guard lists: goes into the plan. */
  readonly choices: InvestigateOptions;
}

/**
 * Reads a lake, asks what its parts must know, and lets go of it.
 *
 * @throws UsageError `slice-locality`, `source-names`, `spark-path`; InputError `kernel-file`, and what reading a lake throws
 */
export async function makeSparkJob(
  lake: OpenLake,
  flags: ReadingFlags,
  { lists, choices, parts, maxPartRows = MAX_PART_ROWS, node = 'node' }: SparkJobChoices,
): Promise<SparkJob> {
  const { reading } = await readOpenLake(lake, flags);
  const { guardLists } = findGuarded(reading.ledger.accounts, lists, reading.telling);
  const { detectors, hubDegreeCap } = planInvestigation(reading.ledger, { ...choices, guardLists });
  const { context, chosen } = detectors;
  const cut = { hubDegreeCap, parts: parts ?? partsFor(context.graph.transferCount, ROWS_OF_PART) };
  const job = planLakeJob(context, chosen, { ...cut, looking: 'spread' });
  const files = sparkJobFiles(job, {
    ...{ names: lake.paths.map((path) => basename(path)), kernel: await readKernelFile() },
    ...{ maxPartRows, mapping: LAKE_MAPPING, choices, lake: `file://${folderOf(lake)}`, node },
  });
  return { job, files };
}

/**
 * Makes the job of a folder again and holds the folder to it, so that what is read from it belongs to this lake and this library.
 *
 * @throws InputError `job-differs`, and what {@link makeSparkJob} throws
 */
export async function remakeSparkJob(
  folder: string,
  lake: OpenLake,
  flags: ReadingFlags & JudgementFlags,
  choices: Omit<SparkJobChoices, 'choices'>,
): Promise<SparkJob> {
  const made = await makeSparkJob(lake, flags, { ...choices, choices: judgementOptions(flags) });
  await requireSameJob(folder, made.files);
  return made;
}

/** Writes the folder of a job, all of it or nothing. @throws UsageError `output-in-use`, InputError `output-unwritable` */
export async function writeSparkJob(folder: string, { files }: SparkJob): Promise<void> {
  await writeFolder(
    folder,
    files.map(({ name, text }) => ({ name, chunks: [text] })),
  );
}

/** Runs a job here, by `$SPARK_HOME`. @throws what `runSparkJob` throws */
export async function runSpark(
  folder: string,
  lake: OpenLake,
  { sparkOptions, onProgress }: { readonly sparkOptions: readonly string[] } & Watched,
): Promise<void> {
  watchSteps({ onProgress })('looking for patterns with Spark');
  await runSparkJob(folder, { lake: folderOf(lake), sparkOptions });
}

/** What a job found. @throws InputError what `readJobAnswers` throws */
export async function answersOfJob(folder: string, { job, files }: SparkJob): Promise<EngineSearch> {
  const plan = files.find(({ name }) => name === 'plan.json')!.text;
  const answers = await readJobAnswers(folder, job, plan);
  const engine = { name: 'spark', plan: sha256Of(plan), parts: job.facts.parts } as const;
  return (investigation) => {
    const { context } = investigation.detectors;
    const runs = finishSearch(context, job, (detectors) => mergeAnswers(context, detectors, answers));
    return Promise.resolve({ investigation: investigation.finish(runs), engine });
  };
}

function folderOf(lake: OpenLake): string {
  return dirname(resolve(lake.paths[0] ?? '.'));
}
