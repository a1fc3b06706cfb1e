import { basename } from 'node:path';
import { type ProgressListener, UsageError } from '../foundation/index.js';
import { type LedgerReading, type Mapping, type PresetName, type Quarantine } from '../ingest/index.js';
import { createManifest, type Investigation, type Manifest } from '../investigation/index.js';
import { type AuditEvent, investigateInParallel, openLake, readLake, readTransactions } from '../node/index.js';
import { eventsOfInvestigation, eventsOfReading, startedEvent } from './audit-events.js';
import { findGuarded, type NamedGuardList, readGuardLists } from './guard-lists.js';
import { loadMapping } from './load-mapping.js';
import { ownAccountsOf } from './own-accounts.js';
import { type WrittenManifest } from './manifest-schema.js';
import { LAKE_MAPPING, unpackedLimits } from './reading-options.js';

/** What a manifest cannot hold, and what changes no result. */
export interface RepeatOptions {
  /** Paths of guard lists. */
  readonly guardLists: readonly string[];
  /** Entries `FILE=ACCOUNT`, for statements whose account the case was given. */
  readonly ownAccounts?: readonly string[];
  /** What `--map` takes, for a case whose manifest does not hold its mapping. */
  readonly map?: string;
  /** Bytes that a packed file may hold; undefined = the default limits on size and ratio. */
  readonly maxUnpacked?: number;
  readonly workers?: number;
  readonly onProgress?: ProgressListener;
}

/** A run made again. */
export interface RepeatedRun {
  readonly investigation: Investigation;
  readonly manifest: Manifest;
  readonly quarantine: Quarantine;
  readonly vouchedTexts: readonly string[];
  readonly events: readonly AuditEvent[];
}

/**
 * Reads the files again and investigates them with the options of a manifest.
 *
 * @throws UsageError `repeat-guard-lists` unless as many guard lists are given as were used, `repeat-corridors` for a case made with
 *   corridors of the user, which a manifest does not hold, and what `investigate` throws
 * @throws InputError as `readTransactions` does
 */
export async function repeatRun(
  files: readonly string[],
  { options, inputs, guardLists: used }: WrittenManifest,
  { guardLists: paths, ownAccounts, map, maxUnpacked, workers, onProgress }: RepeatOptions,
): Promise<RepeatedRun> {
  if (options.corridors.length > 0) {
    throw new UsageError(
      'repeat-corridors',
      'Expected no corridors of the user: only the library can repeat such a run',
    );
  }
  if (paths.length !== used.files.length) {
    throw new UsageError(
      'repeat-guard-lists',
      `Expected --guard-list for each of ${used.files.length} guard lists of the case but received ${paths.length}`,
    );
  }
  const lists: NamedGuardList[] = await readGuardLists(inOrderOf(used.files, paths));
  const mapping = await mappingOf(options.mapping, map);
  const choices = {
    mapping,
    duplicates: options.duplicates,
    ...(options.twoViews === undefined ? {} : { twoViews: options.twoViews }),
    reader: options.reader,
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(options.sameHolder === undefined ? {} : { sameHolder: options.sameHolder }),
    ...(options.keepNames === undefined ? {} : { keepNames: options.keepNames }),
  };
  const progress = onProgress === undefined ? {} : { onProgress };
  const ordered = inOrderOf(inputs, files);
  const mentions = lists.map(({ name }) => name);
  const read: LedgerReading =
    mapping === LAKE_MAPPING
      ? await readLake(await openLake(files), { mentions })
      : await readTransactions(ordered, {
          ...{ ...choices, mapping, mentions },
          ownAccounts: ownAccountsOf(ordered, ownAccounts),
          ...unpackedLimits(maxUnpacked),
          ...(workers === undefined ? {} : { workers }),
          ...progress,
        });
  const { guardLists, uses } = findGuarded(read.ledger.accounts, lists, read.telling);
  const { seed, resolution, hubDegreeCap, ties, stabilityRuns, joinHolders, nullCheck, only, parameters } = options;
  const investigation = await investigateInParallel(
    read.ledger,
    {
      ...{ seed, resolution, hubDegreeCap, ties, stabilityRuns, joinHolders, nullCheck, parameters, guardLists },
      ...(only === undefined ? {} : { only }),
      ...(options.sensitivity === undefined ? {} : { sensitivity: options.sensitivity }),
      ...progress,
    },
    workers === undefined ? {} : { workers },
  );
  const manifest = createManifest(investigation, read, {
    ...choices,
    ...(options.mapping === 'given' ? { mapping: 'given' } : {}),
    // Parts change no result: the run is made again in memory.
    ...(options.engine === undefined ? {} : { engine: options.engine }),
    guardLists: uses,
  });
  return {
    investigation,
    manifest,
    quarantine: read.quarantine,
    vouchedTexts: lists.flatMap(({ list }) => list.entries.map(({ account }) => account)),
    events: [
      startedEvent(files.length, seed),
      ...eventsOfReading(read.files, uses),
      ...eventsOfInvestigation(manifest),
    ],
  };
}

/** @throws UsageError `repeat-mapping` for a mapping that the manifest does not hold, unless it is given again, and only then */
async function mappingOf(
  written: WrittenManifest['options']['mapping'],
  map: string | undefined,
): Promise<PresetName | Mapping | typeof LAKE_MAPPING> {
  if (written === 'given' ? map === undefined : map !== undefined) {
    const expected = written === 'given' ? '--map for the mapping of' : 'no --map, since it is in the manifest of';
    throw new UsageError('repeat-mapping', `Expected ${expected} the case`);
  }
  if (map !== undefined) return loadMapping(map);
  return typeof written === 'string' ? (written as PresetName | typeof LAKE_MAPPING) : ({ ...written } as Mapping);
}

/** Paths in the order in which the case had files of these names, if they are those; else as given. */
function inOrderOf(known: readonly { readonly name: string }[], paths: readonly string[]): readonly string[] {
  const byName = new Map(paths.map((path) => [basename(path), path]));
  // Sheets of one workbook are several inputs of one path.
  const ordered = known.map(({ name }) => byName.get(basename(name)) ?? byName.get(basename(workbookOf(name))));
  const found = [...new Set(ordered.filter((path) => path !== undefined))];
  return found.length === paths.length ? found : paths;
}

/** `book.xlsx` of `book.xlsx#Sheet 1`. */
function workbookOf(name: string): string {
  const cut = name.search(/#[^#]*$/u);
  return cut < 0 ? name : name.slice(0, cut);
}
