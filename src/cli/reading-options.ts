import { type Command, Option } from 'commander';
import { type ProgressListener, UsageError } from '../foundation/index.js';
import { type LedgerReading, type Mapping, type PresetName, type ReadLedgerOptions } from '../ingest/index.js';
import { type SameHolder } from '../ledger/index.js';
import { openLake, type OpenLake, readLake, readTransactions, sourceNames } from '../node/index.js';
import { byteCount, oneOf, share } from './argument-checks.js';
import { EXIT } from './exit-codes.js';
import { loadMapping } from './load-mapping.js';
import { mappingTexts } from './mapping-texts.js';
import { addOwnAccountOption, ownAccountsOf, withoutOwnAccount } from './own-accounts.js';
import { type Terminal } from './terminal.js';

export const DUPLICATES = ['keep', 'drop'] as const;
export const READERS = ['auto', 'papa', 'bytes'] as const;

/** What `--map` is for files that `convert` wrote. */
export const LAKE_MAPPING = 'lake';

/** What every command that reads transactions lets the caller choose. */
export interface ReadingFlags {
  readonly map: string;
  readonly duplicates: (typeof DUPLICATES)[number];
  readonly reader: (typeof READERS)[number];
  readonly maxQuarantine: number;
  /** Bytes; undefined = the default limits on size and ratio. */
  readonly maxUnpacked?: number;
  readonly twoViews?: (typeof DUPLICATES)[number];
  /** Entries `FILE=ACCOUNT`. */
  readonly ownAccount?: readonly string[];
  /** Paths of guard lists, for commands that have them. */
  readonly guardList?: readonly string[];
  /** The only sheet of workbooks to read; undefined = all. */
  readonly sheet?: string;
  /** Whether a holder's name alone joins accounts. */
  readonly joinHolders?: true;
  /** Whether a case names holders of its listed operators; for `investigate` only. */
  readonly keepNames?: true;
  /** Threads, for commands that let the caller choose; undefined = as many as readTransactions takes. */
  readonly workers?: number;
}

/** Transactions read for a command, with the choices that led to them. */
export interface CommandReading {
  readonly reading: LedgerReading;
  readonly choices: Pick<ReadingFlags, 'duplicates' | 'twoViews' | 'reader' | 'keepNames'> & {
    /** As a manifest may say it. */
    readonly sheet?: string | readonly number[];
    readonly sameHolder?: SameHolder;
    /** `given` where a text of it may tell somebody: whoever repeats the run gives it again. */
    readonly mapping: PresetName | Mapping | 'given' | typeof LAKE_MAPPING;
  };
}

/** Adds the files and the options of {@link ReadingFlags} to a command. */
export function addReadingOptions(command: Command, files: '<files...>' | '[files...]' = '<files...>'): Command {
  return addOwnAccountOption(command)
    .argument(files, 'CSV, XLSX, camt, MT940, JSON, Parquet, plain or packed; several become one ledger; - is stdin')
    .requiredOption(
      '--map <preset|file>',
      'how to read them: a preset, a JSON mapping (see inspect), or lake for what convert wrote',
    )
    .option('--sheet <name>', 'of a workbook read this sheet alone')
    .option(
      '--join-holders',
      "take accounts for one holder's by the name alone; names are common, and strangers become one (default: by name and holderId)",
    )
    .option('--duplicates <keep|drop>', 'what to do with exact duplicates', oneOf(DUPLICATES), 'keep')
    .option(
      '--two-views <keep|drop>',
      'a transfer that two files tell of (same reference, amount and accounts, 5 days apart at most): keep both, or one',
      oneOf(DUPLICATES),
    )
    .option('--reader <auto|papa|bytes>', 'which of the two readers to use', oneOf(READERS), 'auto')
    .addOption(maxUnpackedOption())
    .option('--max-quarantine <share>', 'share of records that may be quarantined before exit code 2', share, 0.05);
}

/** `--max-unpacked`, for every command that reads packed files. */
export function maxUnpackedOption(): Option {
  return new Option(
    '--max-unpacked <size>',
    'what a .gz may hold, such as 80G; stated, it may also be packed by more than 200 to 1 (default: 32G)',
  ).argParser(byteCount);
}

/** What a packed file may hold: a stated size lifts the limit on the ratio as well. */
export function unpackedLimits(
  maxUnpacked: number | undefined,
): Pick<ReadLedgerOptions, 'maxUnpackedBytes' | 'maxUnpackedRatio'> {
  return maxUnpacked === undefined ? {} : { maxUnpackedBytes: maxUnpacked, maxUnpackedRatio: Infinity };
}

/** Reads the files as the flags say. */
export async function readForCommand(
  files: readonly string[],
  flags: ReadingFlags,
  onProgress: ProgressListener | undefined,
): Promise<CommandReading> {
  if (flags.map === LAKE_MAPPING) return readLakeForCommand(files, flags);
  const { map, duplicates, twoViews, reader, workers, ownAccount, maxUnpacked, sheet, joinHolders, keepNames } = flags;
  const choices = {
    mapping: await loadMapping(map),
    duplicates,
    ...(twoViews === undefined ? {} : { twoViews }),
    reader,
    ...(sheet === undefined ? {} : { sheet }),
    ...(joinHolders === undefined ? {} : { sameHolder: 'name' as const }),
    ...(keepNames === undefined ? {} : { keepNames }),
  };
  const citable = withoutOwnAccount(choices.mapping);
  const reading = await readTransactions(files, {
    ...choices,
    ownAccounts: ownAccountsOf(files, ownAccount),
    mentions: [...mappingTexts(citable), ...sourceNames(flags.guardList ?? [])],
    ...(workers === undefined ? {} : { workers }),
    ...unpackedLimits(maxUnpacked),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return {
    reading,
    choices: {
      ...choices,
      ...(reading.sheet === undefined ? {} : { sheet: reading.sheet }),
      mapping: mappingTexts(citable).some((text) => reading.telling.has(text)) ? 'given' : citable,
    },
  };
}

/** Reads a lake. What may be chosen of a reading was chosen when it was made. */
async function readLakeForCommand(files: readonly string[], flags: ReadingFlags): Promise<CommandReading> {
  return readOpenLake(await openLakeForCommand(files, flags), flags);
}

/** Opens a lake, for commands that read it more than once. @throws UsageError `lake-settled`, and what `openLake` throws */
export async function openLakeForCommand(files: readonly string[], flags: ReadingFlags): Promise<OpenLake> {
  requireSettled(flags);
  return openLake(files);
}

/** Reads a lake that has been opened. */
export async function readOpenLake(lake: OpenLake, { guardList = [] }: ReadingFlags): Promise<CommandReading> {
  return { reading: await readLake(lake, { mentions: sourceNames(guardList) }), choices: LAKE_CHOICES };
}

/** How a lake is read. */
export const LAKE_CHOICES = { mapping: LAKE_MAPPING, duplicates: 'keep', reader: 'auto' } as const;

/** @throws UsageError `lake-settled` for a flag that a lake leaves no choice about */
function requireSettled({
  duplicates,
  twoViews,
  reader,
  ownAccount,
  sheet,
  joinHolders,
  keepNames,
}: ReadingFlags): void {
  const given = Object.entries({
    '--duplicates': duplicates !== 'keep',
    '--two-views': twoViews !== undefined,
    '--reader': reader !== 'auto',
    '--own-account': ownAccount !== undefined,
    '--sheet': sheet !== undefined,
    '--join-holders': joinHolders !== undefined,
    '--keep-names': keepNames !== undefined,
  });
  const first = given.find(([, isGiven]) => isGiven)?.[0];
  if (first === undefined) return;
  throw new UsageError('lake-settled', `Expected ${first} to be left to convert: a lake is read as it was made`);
}

/** What was read and what of it was not, as every reading has it. */
type ReadCounts = Pick<LedgerReading, 'files' | 'quarantine'>;

/** Sets the exit code, and says why if more was quarantined than the flags allow. `where` tells what to look at. */
export function answerForQuarantine(
  terminal: Terminal,
  reading: ReadCounts,
  allowedShare: number,
  where: string,
): void {
  terminal.exitCode = quarantineExitCode(reading, allowedShare);
  if (terminal.exitCode === EXIT.done) return;
  const { read, quarantined } = unreadShare(reading);
  terminal.complain(
    `illicit-flows: ${quarantined} of ${read} records were quarantined, more than --max-quarantine ` +
      `${allowedShare} allows. ${where}\n`,
  );
}

export function quarantineExitCode(reading: ReadCounts, allowedShare: number): number {
  const { read, quarantined } = unreadShare(reading);
  return quarantined > allowedShare * read ? EXIT.quarantine : EXIT.done;
}

/** Duplicates and second views left out on request were read well. */
function unreadShare({ files, quarantine }: ReadCounts): { readonly read: number; readonly quarantined: number } {
  const read = files.reduce((sum, file) => sum + file.read, 0);
  const leftOut = (quarantine.counts.get('duplicate') ?? 0) + (quarantine.counts.get('second-view') ?? 0);
  return { read, quarantined: quarantine.total - leftOut };
}
