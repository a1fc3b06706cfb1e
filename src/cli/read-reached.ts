import { join } from 'node:path';
import { DUCKDB, gatherInRounds, type LakeWorld, type Needs, PartOfLake, type PartStart } from '../engine/index.js';
import { type ProgressListener } from '../foundation/index.js';
import { guardedTexts } from '../ingest/index.js';
import { type RoundsUse } from '../investigation/index.js';
import { type Ledger } from '../ledger/index.js';
import {
  type LakeManifest,
  readingOfLake,
  readOperatorAccounts,
  sourceNames,
  withDatabase,
  withPrivateFolder,
  worldOfLake,
} from '../node/index.js';
import { ENGINE_MEMORY } from './engine-flags.js';
import { textsTyped } from './find-accounts.js';
import { type NamedGuardList } from './guard-lists.js';
import { type KnownFlags } from './known-accounts.js';
import { type CommandReading, LAKE_CHOICES, openLakeForCommand, type ReadingFlags } from './reading-options.js';
import { type RoundsFlags } from './rounds-flags.js';

/** Transfers held at most unless said otherwise: about half a gigabyte as a ledger [choice]. */
const MAX_REDUCED_ROWS = 5_000_000;

/** A question that needs part of a lake. */
export interface LakeQuestion {
  /** Accounts as a person typed them. */
  readonly typed: readonly string[];
  /** Files and lines of transfers that it speaks of, by the names that the lake has for its files. Default none. */
  readonly placesIn?: (sources: LakeWorld['sources']) => PartStart['places'];
  /** What it looks at; see `gatherInRounds`. */
  readonly needsOf: (ledger: Ledger) => Iterable<Needs>;
}

/** What was read before the lake, and who watches. */
export interface ReadBefore {
  readonly guards: readonly NamedGuardList[];
  readonly listener: ProgressListener | undefined;
}

/** The transfers of a lake that a question looks at, with what its whole reading was. */
export interface ReachedPart extends CommandReading {
  readonly engine: RoundsUse;
  /** What manifests say of the whole ledger. */
  readonly whole: LakeManifest['ledger'];
}

/**
 * Reads of a lake what a question looks at and no more: in rounds, with DuckDB, in a folder of its own that is gone when it is done.
 * The answer is that of the whole.
 *
 * @throws InputError `reduced-rows`, what a lake and the question throw, `case-unreadable`, `package-missing`, `engine-memory`,
 *   `engine-failed`
 */
export async function readReached(
  files: readonly string[],
  flags: ReadingFlags & RoundsFlags & KnownFlags,
  { typed, placesIn, needsOf }: LakeQuestion,
  { guards, listener }: ReadBefore,
): Promise<ReachedPart> {
  const { manifest, paths } = await openLakeForCommand(files, flags);
  const world = worldOfLake(manifest);
  const { memory = ENGINE_MEMORY, maxReducedRows = MAX_REDUCED_ROWS } = flags;
  const mentioned = await mentionedTexts(typed, flags, guards);
  const start = { mentioned, places: placesIn?.(world.sources) ?? [] };
  const gathered = await withPrivateFolder('illicit-flows-engine', (folder) => {
    const where = { path: join(folder, 'reached.duckdb'), memoryBytes: memory, spill: join(folder, 'spill') };
    return withDatabase('follow money through a lake', where, async (session) => {
      const part = await PartOfLake.open({ session, dialect: DUCKDB, paths, world }, start);
      const watched = listener === undefined ? {} : { onProgress: listener };
      return gatherInRounds(part, needsOf, { maxRows: maxReducedRows, ...watched });
    });
  });
  return {
    reading: readingOfLake(manifest, gathered.ledger, sourceNames(flags.guardList ?? [])),
    choices: LAKE_CHOICES,
    engine: { name: 'duckdb', memoryBytes: memory, rounds: gathered.rounds, transfers: gathered.rows },
    whole: manifest.ledger,
  };
}

/** Texts of all accounts that the user speaks of: only for these it is asked whether the lake has them. */
async function mentionedTexts(
  typed: readonly string[],
  { case: folder }: KnownFlags,
  guards: readonly NamedGuardList[],
): Promise<string[]> {
  const listed = folder === undefined ? [] : (await readOperatorAccounts(folder)).map(({ account }) => account);
  return [...[...typed, ...listed].flatMap(textsTyped), ...guards.flatMap((guard) => guardedTexts(guard.list))];
}
