import { type Command } from 'commander';
import { requireSpark } from '../../engine/index.js';
import { type ProgressListener, UsageError } from '../../foundation/index.js';
import { requireNullRuns } from '../../judgement/index.js';
import { requireFreeFolder } from '../../node/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { ENGINE_MEMORY, memoryOption, requireLakeFor, requireMemoryFlag } from '../engine-flags.js';
import { type NamedGuardList, readGuardLists } from '../guard-lists.js';
import { addJudgementOptions, judgementOptions } from '../judgement-options.js';
import { addCaseOptions, type CaseFlags, makeCase, type SearchedLake } from '../make-case.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, openLakeForCommand } from '../reading-options.js';
import { searchByDuckDb } from '../search-by-engine.js';
import { addSparkOptions, type SparkFlags, splitAtDashes } from '../spark-flags.js';
import { answersOfJob, makeSparkJob, runSpark, writeSparkJob } from '../spark-search.js';
import { tableElsewhere } from '../table-flags.js';
import { type Terminal } from '../terminal.js';

interface InvestigateFlags extends CaseFlags, SparkFlags {
  readonly engine: (typeof ENGINES)[number];
  /** Bytes. */
  readonly memory?: number;
  /** Folder for the job of Spark. */
  readonly job?: string;
}

const ENGINES = ['memory', 'duckdb', 'spark'] as const;

/** `illicit-flows investigate`: CSV in, case folder out. */
export function addInvestigateCommand(program: Command, terminal: Terminal): void {
  const command = addReadingOptions(program.command('investigate'))
    .description('read transaction files and write a case folder with leads and their evidence')
    .requiredOption('--out <dir>', 'new folder for the case');
  addJudgementOptions(command);
  addCaseOptions(command)
    .option(
      '--keep-names',
      'name the holders of listed accounts in the case; never of people who paid, nor in what redact makes',
    )
    .option(
      '--workers <n>',
      'threads that read large files and look for patterns; changes no result (default: 2 to read, and as many as there are processors)',
      countingNumber,
    )
    .option(
      '--engine <memory|duckdb|spark>',
      'what looks for patterns; the others do so in parts of a lake (see convert)',
      oneOf(ENGINES),
      'memory',
    )
    .addOption(memoryOption())
    .option('--job <dir>', 'new folder for the job of --engine spark, which $SPARK_HOME runs; its options follow --');
  addSparkOptions(command.addOption(tableElsewhere())).action(async (args: string[], flags: InvestigateFlags) => {
    const { files, sparkOptions } = splitAtDashes(args, flags.engine, program);
    requireNullRuns(flags.nullCheck ?? 0, 0);
    requireEngineFlags(flags);
    await requireFreeFolder(flags.out);
    const lists = await readGuardLists(flags.guardList ?? []);
    const { listener, clear } = createProgressLine();
    const openLake = (): Promise<SearchedLake | undefined> =>
      flags.engine === 'memory'
        ? Promise.resolve(undefined)
        : openLakeForEngine(files, flags, { lists, listener, sparkOptions });
    await makeCase(files, flags, terminal, { lists, listener, clear, openLake });
  });
}

/**
 * @throws UsageError `engine-lake` for files that are no lake, `engine-memory-flag` for memory without DuckDB, `engine-job-flag`
 *   for a job, its parts or its node without Spark, or Spark without a job
 */
function requireEngineFlags({ engine, memory, map, job, parts, maxPartRows, node }: InvestigateFlags): void {
  requireMemoryFlag(engine, memory);
  const ofSpark = [job, parts, maxPartRows, node].some((flag) => flag !== undefined);
  if (engine === 'spark' ? job === undefined : ofSpark) {
    const message = 'Expected --job beside --engine spark, and --job, --parts, --max-part-rows, --node with it alone';
    throw new UsageError('engine-job-flag', message);
  }
  requireLakeFor(engine, map);
}

/** Spark searches at once; DuckDB once the ledger is read. */
async function openLakeForEngine(
  files: readonly string[],
  flags: InvestigateFlags,
  {
    lists,
    listener,
    sparkOptions,
  }: {
    readonly lists: readonly NamedGuardList[];
    readonly listener: ProgressListener | undefined;
    readonly sparkOptions: readonly string[];
  },
): Promise<SearchedLake> {
  if (flags.engine === 'spark') await requireSpark();
  const lake = await openLakeForCommand(files, flags);
  if (flags.engine === 'duckdb') return { lake, search: searchByDuckDb(lake, flags.memory ?? ENGINE_MEMORY) };
  const folder = flags.job!;
  await requireFreeFolder(folder);
  const made = await makeSparkJob(lake, flags, { lists, ...flags, choices: judgementOptions(flags) });
  await writeSparkJob(folder, made);
  await runSpark(folder, lake, { sparkOptions, onProgress: listener });
  return { lake, search: await answersOfJob(folder, made) };
}
