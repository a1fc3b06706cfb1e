import { totalmem } from 'node:os';
import { type Command } from 'commander';
import { type ProgressListener } from '../foundation/index.js';
import { createManifest, type Investigation, planInvestigation } from '../investigation/index.js';
import { type AuditEvent, investigateInParallel, type OpenLake, writeCase } from '../node/index.js';
import { countingNumber, wholeNumber } from './argument-checks.js';
import { eventsOfInvestigation, eventsOfReading, startedEvent } from './audit-events.js';
import { describeCase } from './describe-case.js';
import { findGuarded, type NamedGuardList } from './guard-lists.js';
import { type JudgementFlags, judgementOptions } from './judgement-options.js';
import {
  answerForQuarantine,
  quarantineExitCode,
  readForCommand,
  readOpenLake,
  type ReadingFlags,
} from './reading-options.js';
import { type EngineInvestigation, type EngineSearch } from './search-by-engine.js';
import { suggestEngine } from './suggest-engine.js';
import { type Terminal } from './terminal.js';

/** What commands that write a case let the caller choose of it. */
export interface CaseFlags extends ReadingFlags, JudgementFlags {
  readonly out: string;
  readonly nullCheck?: number;
  readonly sensitivity?: true | number;
  readonly report: boolean;
  readonly json?: true;
}

/** What a case is made with. */
export interface CaseMaking {
  readonly lists: readonly NamedGuardList[];
  readonly listener: ProgressListener | undefined;
  /** Ends the line of progress. */
  readonly clear: () => void;
  /** Finds the lake that an engine searches; undefined = this machine searches what it reads. */
  readonly openLake: () => Promise<SearchedLake | undefined>;
}

/** A lake, and who searches it. */
export interface SearchedLake {
  readonly lake: OpenLake;
  readonly search: EngineSearch;
}

/** More than there are moves. */
const ALL_MOVES = 100;

/** Adds what is chosen of a case beside how it is judged. */
export function addCaseOptions(command: Command): Command {
  return command
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
    .option('--no-report', 'leave report.html, report.md and figures out; report and figures make them later')
    .option('--json', 'print the manifest and the leads as JSON');
}

/** Reads, judges, writes the case and says what became of it. */
export async function makeCase(
  files: readonly string[],
  flags: CaseFlags,
  terminal: Terminal,
  { lists, listener, clear, openLake }: CaseMaking,
): Promise<void> {
  const audit: { time: string; event: AuditEvent }[] = [];
  const record = (event: AuditEvent): void => void audit.push({ time: new Date().toISOString(), event });
  record(startedEvent(files.length, flags.seed ?? 1));
  const searched = await openLake();
  const { reading: read, choices } = await (searched === undefined
    ? readForCommand(files, flags, listener)
    : readOpenLake(searched.lake, flags));
  const { guardLists, uses } = findGuarded(read.ledger.accounts, lists, read.telling);
  for (const event of eventsOfReading(read.files, uses)) record(event);
  const suggestion = searched === undefined ? suggestEngine(read.ledger.rowCount, totalmem()) : undefined;
  if (suggestion !== undefined) terminal.complain(`illicit-flows: ${suggestion}.\n`);
  const options = {
    guardLists,
    ...judgementOptions(flags),
    ...(flags.nullCheck === undefined ? {} : { nullCheck: flags.nullCheck }),
    ...(flags.sensitivity === undefined
      ? {}
      : { sensitivity: flags.sensitivity === true ? ALL_MOVES : flags.sensitivity }),
    ...(listener === undefined ? {} : { onProgress: listener }),
  };
  const { workers } = flags;
  const { investigation, ...engine }: EngineInvestigation =
    searched === undefined
      ? { investigation: await investigateInParallel(read.ledger, options, workers === undefined ? {} : { workers }) }
      : await searched.search(planInvestigation(read.ledger, options));
  const manifest = createManifest(investigation, read, { ...choices, ...engine, guardLists: uses });
  for (const event of eventsOfInvestigation(manifest)) record(event);
  await writeCase(flags.out, investigation, {
    quarantine: read.quarantine,
    manifest,
    audit,
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
