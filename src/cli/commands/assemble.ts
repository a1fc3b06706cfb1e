import { type Command } from 'commander';
import { requireNullRuns } from '../../judgement/index.js';
import { requireFreeFolder } from '../../node/index.js';
import { repeated } from '../argument-checks.js';
import { readGuardLists } from '../guard-lists.js';
import { type JudgementFlags } from '../judgement-options.js';
import { addCaseOptions, type CaseFlags, makeCase, type SearchedLake } from '../make-case.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, openLakeForCommand } from '../reading-options.js';
import { answersOfJob, remakeSparkJob } from '../spark-search.js';
import { readJobChoices } from '../job-choices.js';
import { type Terminal } from '../terminal.js';
import { requireLake } from './plan.js';

/** `illicit-flows assemble`: what a job left and its lake in, case folder out. */
export function addAssembleCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('assemble')
    .description('write the case of a lake that a job of plan has searched')
    .argument('<job>', 'folder that plan wrote, with what the job left in its folder out');
  addReadingOptions(command)
    .requiredOption('--out <dir>', 'new folder for the case')
    .option('--guard-list <file>', 'each guard list that plan was given, again', repeated);
  addCaseOptions(command).action(async (folder: string, files: string[], given: CaseFlags) => {
    requireLake(given);
    requireNullRuns(given.nullCheck ?? 0, 0);
    await requireFreeFolder(given.out);
    const settled = await readJobChoices(folder);
    const flags: CaseFlags & JudgementFlags = { ...given, ...settled.flags };
    const lists = await readGuardLists(flags.guardList ?? []);
    const { listener, clear } = createProgressLine();
    const openLake = async (): Promise<SearchedLake> => {
      const lake = await openLakeForCommand(files, flags);
      const made = await remakeSparkJob(folder, lake, flags, { lists, ...settled });
      return { lake, search: await answersOfJob(folder, made) };
    };
    await makeCase(files, flags, terminal, { lists, listener, clear, openLake });
  });
}
