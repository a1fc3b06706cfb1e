import { type ProgressListener, resolveOptions, UsageError } from '../foundation/index.js';
import {
  type BuiltLedger,
  type HolderCounts,
  type Labels,
  type Ledger,
  LedgerBuilder,
  type SameHolder,
} from '../ledger/index.js';
import { checkMapping } from './check-mapping.js';
import { type Layout, type Mapping } from './mapping.js';
import { QUARANTINE_LIMITS } from './kept-records.js';
import { UNPACKED_LIMITS } from './unpacked-limits.js';
import { layoutsOf, PRESET_NAMES, type PresetName } from './presets.js';
import { citeQuietly } from './cite-quietly.js';
import { type Quarantine } from './quarantine.js';
import { type NoteSummary, ReadLog } from './read-log.js';
import { type FileReport, type LedgerSource, type ReadSource, readSource } from './read-source.js';
import { type ReaderName } from './reader-choice.js';
import { RECORD_LIMITS } from './record-sink.js';

/** How files become a ledger. */
export interface ReadLedgerOptions {
  /** Name of a preset, or a mapping of your own. No default: what a column means is not guessed. */
  readonly mapping: PresetName | Mapping;
  /** Default 'auto': the faster one that can read the file. */
  readonly reader?: 'auto' | ReaderName;
  /**
   * The only sheet of a workbook to read, by its name, or a list with its place from 1 in each source; files of other formats are not
   * concerned. Default: all that fit the mapping.
   */
  readonly sheet?: string | readonly number[];
  /** What to do with transfers that repeat another in everything but their line. Default 'keep'. */
  readonly duplicates?: 'keep' | 'drop';
  /**
   * What to do with a transfer that another file tells of as well: the same reference, amount, currency and accounts, at
   * most five days apart. Default 'keep': each is noted as `second-view`, naming the other file and line; with 'drop' it
   * is in quarantine under that code, and the earlier one counts.
   */
  readonly twoViews?: 'keep' | 'drop';
  /**
   * When accounts are taken for one holder's: where name and second identifier agree, or the name alone, which is common to
   * strangers. Default 'name-and-id'.
   */
  readonly sameHolder?: SameHolder;
  /** Whether the ledger keeps names of holders: a case then names those of its listed operators, and nobody else. Default false. */
  readonly keepNames?: boolean;
  /**
   * The account that a source is a statement of, by the source's name; counts more than the mapping's `ownAccount`.
   * Default: none.
   */
  readonly ownAccounts?: ReadonlyMap<string, string>;
  /** Quarantined records kept with their text; more are only counted. Default 1,000,000. */
  readonly maxQuarantined?: number;
  /** Bytes of quarantined records kept with their text, about; more are only counted. Default 134,217,728. */
  readonly maxQuarantinedBytes?: number;
  /** Bytes that a packed file may hold when unpacked. Default 34,359,738,368 (32 GiB). */
  readonly maxUnpackedBytes?: number;
  /** How many times its stored size a packed file may hold, counted from 64 MiB on. Default 200. */
  readonly maxUnpackedRatio?: number;
  /** Characters of one record. Default 1,000,000. */
  readonly maxRecordChars?: number;
  /** Line breaks inside one record. Default 1,000. */
  readonly maxRecordLines?: number;
  /** Cells of one record. Default 10,000. */
  readonly maxColumns?: number;
  /** Texts that the caller wants to write elsewhere; see {@link LedgerReading.telling}. Default none. */
  readonly mentions?: readonly string[];
  /** Told the bytes read so far. Default: nobody. */
  readonly onProgress?: ProgressListener;
  /** Aborts the reading. Default: never. */
  readonly signal?: AbortSignal;
}

/** A ledger with the story of its reading. */
export interface LedgerReading {
  readonly ledger: Ledger;
  /** The mapped label column, for evaluation only; undefined if none is mapped. */
  readonly labels: Labels | undefined;
  readonly quarantine: Quarantine;
  /** One report per source, in the order of the sources; for a workbook one per sheet. */
  readonly files: readonly FileReport[];
  /**
   * The sheet as it was asked for, or its place in each source where its name may tell an account or a holder: what a manifest may say,
   * and a reading be repeated with. Undefined where none was asked for.
   */
  readonly sheet: string | readonly number[] | undefined;
  /**
   * Which of the `mentions` may tell an account or a holder of the data (five letters or digits or more, however written): somebody
   * who merely paid may be among them, so that they belong in no output.
   */
  readonly telling: ReadonlySet<string>;
  /** Remarks on transfers that are in the ledger, such as `self-transfer`, counted by code. */
  readonly notes: readonly NoteSummary[];
  /** What came of the names of holders. */
  readonly holders: HolderCounts;
}

/** Options with their defaults; those without one are undefined. */
interface Settings {
  readonly mapping: PresetName | Mapping | undefined;
  readonly reader: 'auto' | ReaderName;
  readonly sheet: string | readonly number[] | undefined;
  readonly duplicates: 'keep' | 'drop';
  readonly twoViews: 'keep' | 'drop';
  readonly sameHolder: SameHolder;
  readonly keepNames: boolean;
  readonly ownAccounts: ReadonlyMap<string, string>;
  readonly maxQuarantined: number;
  readonly maxQuarantinedBytes: number;
  readonly maxUnpackedBytes: number;
  readonly maxUnpackedRatio: number;
  readonly maxRecordChars: number;
  readonly maxRecordLines: number;
  readonly maxColumns: number;
  readonly mentions: readonly string[];
  readonly onProgress: ProgressListener | undefined;
  readonly signal: AbortSignal | undefined;
}

const DEFAULTS: Settings = Object.freeze({
  mapping: undefined,
  reader: 'auto',
  sheet: undefined,
  duplicates: 'keep',
  twoViews: 'keep',
  sameHolder: 'name-and-id',
  keepNames: false,
  ownAccounts: new Map<string, string>(),
  ...QUARANTINE_LIMITS,
  ...UNPACKED_LIMITS,
  ...RECORD_LIMITS,
  mentions: [],
  onProgress: undefined,
  signal: undefined,
});

/**
 * Reads transaction files into one ledger. Every record is accounted for: per file, read = accepted + quarantined +
 * skipped, where skipped are headers, titles, `sep=` lines, blank lines, markers and footers. Dropped duplicates move
 * from accepted to quarantined.
 *
 * Not claimed: that a quarantined record is wrong, or an accepted one true.
 *
 * @throws UsageError `mapping-missing`, `mapping-invalid`, `pattern-refused`, `preset-unknown`, `source-name-twice`,
 *   `reader-unfit`, `own-account-unused`
 * @throws InputError `layout-unknown`, `column-missing`, `column-ambiguous`, `sensitive-column`,
 *   `date-order-ambiguous`, `encoding-unknown`, `zone-unreadable`, `gzip-unreadable`, `unpacked-too-large`,
 *   `own-account-missing`, `value-missing`, `format-unreadable` for content that is no table of transactions,
 *   `xml-unreadable`, `xml-doctype`
 * @throws InvariantError `records-lost`
 */
export async function readLedger(
  sources: Iterable<LedgerSource> | AsyncIterable<LedgerSource>,
  options: ReadLedgerOptions,
): Promise<LedgerReading> {
  const settings = resolveOptions(DEFAULTS, options, 'readLedger');
  const { duplicates, twoViews, sameHolder, keepNames, sheet } = settings;
  const { layouts, owner } = layoutsFor(settings.mapping);
  const log = new ReadLog(settings);
  const draft = new LedgerBuilder();
  const read: ReadSource[] = [];
  const names = new Set<string>();
  const positions: number[] = [];
  const claim = (name: string): void => {
    if (names.has(name)) {
      throw new UsageError('source-name-twice', `Expected every source to have a name of its own: ${name}`);
    }
    names.add(name);
  };
  for await (const source of sources) {
    claim(source.name);
    const only = typeof sheet === 'string' ? sheet : sheet?.[positions.length];
    const tables = await readSource(source, { layouts, owner, log, draft, ...settings, sheet: only });
    positions.push(tables[0]?.sheetPosition ?? 0);
    for (const { report } of tables) if (report.name !== source.name) claim(report.name);
    for (const table of tables) read.push(table);
  }
  log.close();
  const quiet = citeQuietly(read, { log, draft, layouts }, settings);
  const built = draft.finish({ duplicates, twoViews, sameHolder, keepNames });
  logDuplicates(log, quiet.names, built);
  requireKnownSources(settings.ownAccounts, names);
  const quarantine = log.finish();
  // Not before: hashes are still made elsewhere while the ledger is put together.
  const hashes = await Promise.all(read.map(({ sha256 }) => sha256));
  const files = read.map(({ report }, i) => ({
    ...report,
    name: quiet.names[i]!,
    notes: quiet.notes[i]!,
    sha256: hashes[i]!,
    ...log.counts(i),
  }));
  draft.completeSources(files);
  return {
    ledger: built.ledger,
    labels: built.labels,
    quarantine,
    files,
    notes: log.notes(),
    telling: quiet.telling,
    sheet: quiet.sheetTells ? positions : sheet,
    holders: built.holders,
  };
}

/** An own account for a file that is not there is a mistyped name. */
function requireKnownSources(ownAccounts: ReadonlyMap<string, string>, names: ReadonlySet<string>): void {
  for (const name of ownAccounts.keys()) {
    if (names.has(name)) continue;
    throw new UsageError('own-account-unused', `Expected own accounts of files that are read but received ${name}`);
  }
}

/** Every duplicate is counted; the first of them are listed. */
function logDuplicates(log: ReadLog, names: readonly string[], built: BuiltLedger): void {
  const { duplicates, furtherDuplicates, secondViews } = built;
  const fileOf = new Map(names.map((name, file) => [name, file]));
  for (const { code, effect, place, expected, received } of [...duplicates, ...secondViews]) {
    const file = fileOf.get(place.file)!;
    const fault = { code, column: '', expected, received };
    if (effect === 'quarantined') log.withdraw(file, place.line, fault);
    else log.note(file, place.line, fault);
  }
  const [first] = duplicates;
  if (first === undefined) return;
  furtherDuplicates.forEach((count, file) => {
    if (first.effect === 'quarantined') log.withdrawMany(file, first.code, count);
    else log.noteMany(first.code, count);
  });
}

function layoutsFor(mapping: PresetName | Mapping | undefined): { layouts: readonly Layout[]; owner: string } {
  if (mapping === undefined) {
    throw new UsageError('mapping-missing', `Expected a mapping or one of ${PRESET_NAMES.join(', ')}`);
  }
  if (typeof mapping !== 'string') {
    checkMapping(mapping);
    return { layouts: [{ name: 'mapping', mapping }], owner: '' };
  }
  if (!PRESET_NAMES.includes(mapping)) {
    throw new UsageError(
      'preset-unknown',
      `Expected one of ${PRESET_NAMES.join(', ')} but received ${mapping as string}`,
    );
  }
  return { layouts: layoutsOf(mapping), owner: mapping };
}
