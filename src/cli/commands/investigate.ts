import { type Command } from 'commander';
import { type ProgressListener, UsageError } from '../../foundation/index.js';
import { createManifest, type Investigation, planInvestigation } from '../../investigation/index.js';
import { requireNullRuns } from '../../judgement/index.js';
import {
  type AuditEvent,
  investigateInParallel,
  type OpenLake,
  requireFreeFolder,
  writeCase,
} from '../../node/index.js';
import { byteCount, countingNumber, oneOf, wholeNumber } from '../argument-checks.js';
import { eventsOfInvestigation, eventsOfReading, startedEvent } from '../audit-events.js';
import { describeCase } from '../describe-case.js';
import { findGuarded, type NamedGuardList, readGuardLists } from '../guard-lists.js';
import { addJudgementOptions, type JudgementFlags, judgementOptions } from '../judgement-options.js';
import { createProgressLine } from '../progress-line.js';
import {
  addReadingOptions,
  answerForQuarantine,
  LAKE_MAPPING,
  openLakeForCommand,
  quarantineExitCode,
  readForCommand,
  readOpenLake,
  type ReadingFlags,
} from '../reading-options.js';
import { type EngineSearch, planSearch, searchByEngine } from '../search-by-engine.js';
import { type Terminal } from '../terminal.js';

interface InvestigateFlags extends ReadingFlags, JudgementFlags {
  readonly out: string;
  readonly nullCheck?: number;
  readonly sensitivity?: true | number;
  readonly report: boolean;
  readonly json?: true;
  readonly engine: (typeof ENGINES)[number];
  /** Bytes. */
  readonly memory?: number;
}

const ENGINES = ['memory', 'duckdb'] as const;
const DEFAULT_MEMORY = 2 ** 30;

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
    .option(
      '--engine <memory|duckdb>',
      'what looks for patterns; duckdb does so in parts of a lake (see convert)',
      oneOf(ENGINES),
      'memory',
    )
    .option(
      '--memory <size>',
      'what --engine duckdb may hold in memory, such as 512M; the rest goes to the disk (default: 1G)',
      byteCount,
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
      const found = await searchFirst(files, flags, { lists, listener });
      const { reading: read, choices } = await (found === undefined
        ? readForCommand(files, flags, listener)
        : readOpenLake(found.lake, flags));
      const { guardLists, uses } = findGuarded(read.ledger.accounts, lists, read.telling);
      for (const event of eventsOfReading(read.files, uses)) record(event);
      const options = {
        guardLists,
        ...judgementOptions(flags),
        ...(flags.nullCheck === undefined ? {} : { nullCheck: flags.nullCheck }),
        ...(flags.sensitivity === undefined
          ? {}
          : { sensitivity: flags.sensitivity === true ? ALL_MOVES : flags.sensitivity }),
        ...(listener === undefined ? {} : { onProgress: listener }),
      };
      const investigation = await (found === undefined
        ? investigateInParallel(read.ledger, options, flags.workers === undefined ? {} : { workers: flags.workers })
        : found.search.investigate(planInvestigation(read.ledger, options)));
      const engine = found === undefined ? {} : { engine: found.search.use };
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
    });
}

/**
 * With `--engine` has the lake searched before its ledger is read for judgement; undefined without. The ledger that is read
 * here to ask what parts must know is let go before the search begins.
 *
 * @throws UsageError `engine-lake` for files that are no lake, `engine-memory-flag` for memory without an engine
 */
async function searchFirst(
  files: readonly string[],
  flags: InvestigateFlags,
  { lists, listener }: { readonly lists: readonly NamedGuardList[]; readonly listener: ProgressListener | undefined },
): Promise<{ readonly lake: OpenLake; readonly search: EngineSearch } | undefined> {
  if (flags.engine === 'memory') {
    if (flags.memory === undefined) return undefined;
    throw new UsageError('engine-memory-flag', 'Expected --memory beside --engine duckdb alone');
  }
  if (flags.map !== LAKE_MAPPING) {
    throw new UsageError('engine-lake', `Expected --map ${LAKE_MAPPING} beside --engine: make a lake with convert`);
  }
  const lake = await openLakeForCommand(files, flags);
  const options = { memoryBytes: flags.memory ?? DEFAULT_MEMORY, onProgress: listener };
  const plan = async (): Promise<ReturnType<typeof planSearch>> => {
    const { reading } = await readOpenLake(lake, flags);
    const { guardLists } = findGuarded(reading.ledger.accounts, lists, reading.telling);
    return planSearch(reading.ledger, { ...judgementOptions(flags), guardLists }, options);
  };
  return { lake, search: await searchByEngine(lake, await plan(), options) };
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
