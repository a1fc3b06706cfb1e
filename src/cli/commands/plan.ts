import { type Command } from 'commander';
import { UsageError } from '../../foundation/index.js';
import { requireFreeFolder } from '../../node/index.js';
import { oneOf } from '../argument-checks.js';
import { readGuardLists } from '../guard-lists.js';
import { addJudgementOptions, type JudgementFlags, judgementOptions } from '../judgement-options.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, LAKE_MAPPING, openLakeForCommand, type ReadingFlags } from '../reading-options.js';
import { addSparkOptions, type SparkFlags } from '../spark-flags.js';
import { makeSparkJob, writeSparkJob } from '../spark-search.js';
import { tableElsewhere } from '../table-flags.js';
import { type Terminal } from '../terminal.js';

interface PlanFlags extends ReadingFlags, JudgementFlags, SparkFlags {
  readonly out: string;
}

/** `illicit-flows plan`: a lake in, a job folder out that others can read and run. */
export function addPlanCommand(program: Command, terminal: Terminal): void {
  const command = addReadingOptions(program.command('plan'))
    .description('write the job that searches a lake with Spark, for a platform where others run jobs')
    .requiredOption('--out <dir>', 'new folder for the job')
    .option('--engine <spark>', 'what will run it', oneOf(['spark'] as const), 'spark');
  addJudgementOptions(command);
  addSparkOptions(command.addOption(tableElsewhere()))
    .addHelpText('after', AFTER)
    .action(async (files: string[], flags: PlanFlags) => {
      requireLake(flags);
      await requireFreeFolder(flags.out);
      const lists = await readGuardLists(flags.guardList ?? []);
      const { clear } = createProgressLine();
      const lake = await openLakeForCommand(files, flags);
      const made = await makeSparkJob(lake, flags, { lists, ...flags, choices: judgementOptions(flags) });
      await writeSparkJob(flags.out, made);
      clear();
      terminal.print(
        [
          `A job in ${made.job.facts.parts} parts by account in ${flags.out}; its README.md says what each file does`,
          `Run it: SPARK_HOME=... sh ${flags.out}/run.sh`,
          `Then: illicit-flows assemble ${flags.out} ${files.join(' ')} --map ${LAKE_MAPPING} --out case/`,
          '',
        ].join('\n'),
      );
    });
}

const AFTER = `
plan.json has no transfers, but places, names of files and the accounts of guard lists. How the case is judged is chosen here, and
kept in it. What --parts bounds is the size of parts by account alone: see docs/spark.md.
`;

/** @throws UsageError `engine-lake` */
export function requireLake({ map }: ReadingFlags): void {
  if (map === LAKE_MAPPING) return;
  throw new UsageError('engine-lake', `Expected --map ${LAKE_MAPPING}: make a lake with convert`);
}
