import { type Command } from 'commander';
import { createManifest, type Investigation } from '../../investigation/index.js';
import { requireNullRuns } from '../../judgement/index.js';
import { type AuditEvent, investigateInParallel, requireFreeFolder, writeCase } from '../../node/index.js';
import { countingNumber, wholeNumber } from '../argument-checks.js';
import { eventsOfInvestigation, eventsOfReading, startedEvent } from '../audit-events.js';
import { describeCase } from '../describe-case.js';
import { findGuarded, readGuardLists } from '../guard-lists.js';
import { addJudgementOptions, type JudgementFlags, judgementOptions } from '../judgement-options.js';
import { createProgressLine } from '../progress-line.js';
import {
  addReadingOptions,
  answerForQuarantine,
  quarantineExitCode,
  readForCommand,
  type ReadingFlags,
} from '../reading-options.js';
import { type Terminal } from '../terminal.js';

interface InvestigateFlags extends ReadingFlags, JudgementFlags {
  readonly out: string;
  readonly nullCheck?: number;
  readonly sensitivity?: true | number;
  readonly report: boolean;
  readonly json?: true;
}

/** More than there are moves. */
const ALL_MOVES = 100;

/** `illicit-flows investigate`: CSV in, case folder out. */
export function addInvestigateCommand(program: Command, terminal: Terminal): void {
  const command = addReadingOptions(program.command('investigate'))
    .description('read transaction files and write a case folder with leads and their evidence')
    .requiredOption('--out <dir>', 'new folder for the case');
  addJudgementOptions(command)
    .option(
      '--null-check <k>',
      'also judge with beneficiaries exchanged at random, k times each of two ways (up to 100): leads by noise, not by trade',
      wholeNumber,
    )
    .option(
      '--sensitivity [n]',
      'also judge with each deciding parameter a fifth lower and higher: which leads come and go. At most n judgements, each as costly as the first (default: 34, which is all)',
      countingNumber,
    )
    .option(
      '--keep-names',
      'name the holders of listed accounts in the case; never of people who paid, nor in what redact makes',
    )
    .option(
      '--workers <n>',
      'threads that read large files and look for patterns; changes no result (default: 2 to read, and as many as there are processors)',
      countingNumber,
    )
    .option('--no-report', 'leave report.html, report.md and figures out; report and figures make them later')
    .option('--json', 'print the manifest and the leads as JSON')
    .action(async (files: string[], flags: InvestigateFlags) => {
      const audit: { time: string; event: AuditEvent }[] = [];
      const record = (event: AuditEvent): void => void audit.push({ time: new Date().toISOString(), event });
      requireNullRuns(flags.nullCheck ?? 0, 0);
      await requireFreeFolder(flags.out);
      const lists = await readGuardLists(flags.guardList ?? []);
      const { listener, clear } = createProgressLine();
      record(startedEvent(files.length, flags.seed ?? 1));
      const { reading: read, choices } = await readForCommand(files, flags, listener);
      const { guardLists, uses } = findGuarded(read.ledger.accounts, lists, read.telling);
      for (const event of eventsOfReading(read.files, uses)) record(event);
      const investigation = await investigateInParallel(
        read.ledger,
        {
          guardLists,
          ...judgementOptions(flags),
          ...(flags.nullCheck === undefined ? {} : { nullCheck: flags.nullCheck }),
          ...(flags.sensitivity === undefined
            ? {}
            : { sensitivity: flags.sensitivity === true ? ALL_MOVES : flags.sensitivity }),
          ...(listener === undefined ? {} : { onProgress: listener }),
        },
        flags.workers === undefined ? {} : { workers: flags.workers },
      );
      const manifest = createManifest(investigation, read, { ...choices, guardLists: uses });
      for (const event of eventsOfInvestigation(manifest)) record(event);
      const vouchedTexts = lists.flatMap(({ list }) => list.entries.map(({ account }) => account));
      await writeCase(flags.out, investigation, {
        quarantine: read.quarantine,
        manifest,
        audit,
        vouchedTexts,
        report: flags.report,
      });
      clear();
      const exitCode = quarantineExitCode(read, flags.maxQuarantine);
      terminal.print(
        flags.json === true
          ? `${JSON.stringify({ exitCode, manifest, leads: summarise(investigation) })}\n`
          : describeCase(investigation, manifest, { folder: flags.out, hasReport: flags.report }),
      );
      const { complete, entries, total } = read.quarantine;
      if (!complete) {
        terminal.complain(
          `illicit-flows: quarantine.csv lists the first ${entries.length} of ${total} records; the others are only counted.\n`,
        );
      }
      answerForQuarantine(terminal, read, flags.maxQuarantine, 'The case was written; see quarantine.csv.');
    });
}

function summarise({ leads }: Investigation): Record<string, unknown>[] {
  return leads.map((lead) => ({
    lead: lead.id,
    level: lead.level,
    score: lead.score,
    feeFlow: lead.feeFlow,
    operators: lead.operators.length,
    protectedPayers: lead.payers.count,
    transfers: lead.transferCount,
    typologies: lead.typologies,
  }));
}
