import { join } from 'node:path';
import { DUCKDB, gatherInRounds, type Needs, PartOfLake } from '../engine/index.js';
import { type ProgressListener } from '../foundation/index.js';
import { guardedTexts } from '../ingest/index.js';
import { type RoundsUse } from '../investigation/index.js';
import { type Ledger } from '../ledger/index.js';
import {
  type LakeManifest,
  readCase,
  readingOfLake,
  sourceNames,
  withDatabase,
  withPrivateFolder,
  worldOfLake,
} from '../node/index.js';
import { ENGINE_MEMORY } from './engine-flags.js';
import { entriesOf, textsTyped } from './find-accounts.js';
import { placesTyped } from './find-rows.js';
import { type NamedGuardList } from './guard-lists.js';
import { type KnownFlags } from './known-accounts.js';
import { needsOfTrace, type TraceLimits } from './make-trace.js';
import { type CommandReading, LAKE_CHOICES, openLakeForCommand, type ReadingFlags } from './reading-options.js';
import { type RoundsFlags } from './rounds-flags.js';
import { type ClaimFlags, findClaim } from './trace-claim.js';

/** Transfers held at most unless said otherwise: about half a gigabyte as a ledger [choice]. */
const MAX_REDUCED_ROWS = 5_000_000;

/** What a trace asks a lake with. */
export interface ReachedFlags extends ReadingFlags, RoundsFlags, TraceLimits, ClaimFlags, KnownFlags {}

/** What was read before the lake. */
export interface ReadBefore {
  /** Text of `--from-file`. */
  readonly list: string | undefined;
  readonly guards: readonly NamedGuardList[];
  readonly listener: ProgressListener | undefined;
}

/** The transfers of a lake that a trace looks at, with what its whole reading was. */
export interface ReachedPart extends CommandReading {
  readonly engine: RoundsUse;
  /** What manifests say of the whole ledger. */
  readonly whole: LakeManifest['ledger'];
}

/**
 * Reads of a lake what a trace looks at and no more: in rounds, with DuckDB, in a folder of its own that is gone when it is done.
 * A trace of the ledger is that of the whole.
 *
 * @throws InputError `reduced-rows`, what a lake and `findClaim` throw, `case-unreadable`, `package-missing`, `engine-memory`,
 *   `engine-failed`
 */
export async function readReached(
  files: readonly string[],
  flags: ReachedFlags,
  { list, guards, listener }: ReadBefore,
): Promise<ReachedPart> {
  const { manifest, paths } = await openLakeForCommand(files, flags);
  const world = worldOfLake(manifest);
  const { memory = ENGINE_MEMORY, maxReducedRows = MAX_REDUCED_ROWS } = flags;
  const start = {
    mentioned: await mentionedTexts(flags, list, guards),
    places: flags.rows === undefined ? [] : placesOf(world.sources, flags.rows, files),
  };
  const gathered = await withPrivateFolder('illicit-flows-engine', (folder) => {
    const where = { path: join(folder, 'reached.duckdb'), memoryBytes: memory, spill: join(folder, 'spill') };
    return withDatabase('follow money through a lake', where, async (session) => {
      const part = await PartOfLake.open({ session, dialect: DUCKDB, paths, world }, start);
      const needsOf = (ledger: Ledger): Needs => needsOfTrace(ledger, flags, findClaim(ledger, flags, list, files));
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
  { from, to = [], case: folder }: ReachedFlags,
  list: string | undefined,
  guards: readonly NamedGuardList[],
): Promise<string[]> {
  const typed = [...(from === undefined ? [] : [from]), ...to, ...entriesOf(list ?? '').map(({ text }) => text)];
  const listed = folder === undefined ? [] : (await readCase(folder)).accounts.map(({ account }) => account);
  return [...[...typed, ...listed].flatMap(textsTyped), ...guards.flatMap((guard) => guardedTexts(guard.list))];
}

function placesOf(
  sources: readonly { readonly name: string }[],
  rows: string,
  files: readonly string[],
): (readonly [string, number])[] {
  return [...placesTyped(sources, rows, files)].flatMap(([file, lines]) =>
    [...lines].map((line) => [sources[file]!.name, line] as const),
  );
}
