import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../foundation/index.js';
import { type LedgerReading } from '../ingest/index.js';
import { type Ledger, LedgerBuilder } from '../ledger/index.js';
import { withDatabase } from './duckdb.js';
import { orUnreadable } from './file-bytes.js';
import { hashFileAt } from './hash-file.js';
import { LAKE_MANIFEST, type LakeManifest, parseLakeManifest } from './lake-manifest.js';
import { queryLake } from './lake-rows/lake-query.js';
import { LakeRows } from './lake-rows/lake-rows.js';

/** What the database may hold in memory while it unpacks. */
const MEMORY_BYTES = 256 * 2 ** 20;

/** A lake that was found sound: its manifest, and the paths of its Parquet files in the manifest's order. */
export interface OpenLake {
  readonly manifest: LakeManifest;
  readonly paths: readonly string[];
}

/** What the caller wants to write of a reading. */
export interface ReadLakeOptions {
  /** Texts of the caller's own, such as names of guard lists. Default none. */
  readonly mentions?: readonly string[];
}

/**
 * Finds the lake behind Parquet files and holds them to its manifest. Reads the files once, for their hashes.
 *
 * @throws InputError `file-unreadable` if no manifest lies beside them, `lake-manifest` if it is none, `lake-files` unless they are
 *   all files of one lake, `lake-changed` if one is not what was written
 */
export async function openLake(files: readonly string[]): Promise<OpenLake> {
  const [folder = '.', ...others] = [...new Set(files.map((path) => dirname(resolve(path))))];
  const path = join(folder, LAKE_MANIFEST);
  if (!existsSync(path)) {
    const message = `Expected the Parquet files that convert wrote, ${LAKE_MANIFEST} beside them, but ${path} does not exist`;
    throw new InputError('file-unreadable', message);
  }
  const manifest = parseLakeManifest(await orUnreadable(path, () => readFile(path, 'utf8')), path);
  const wanted = manifest.files.map(({ name }) => name);
  const given = new Set(files.map((file) => basename(file)));
  if (
    others.length > 0 ||
    given.size !== files.length ||
    wanted.some((name) => !given.has(name)) ||
    given.size !== wanted.length
  ) {
    const message = `Expected all files of one lake, each once (${wanted.length} beside ${path}), but received others`;
    throw new InputError('lake-files', message);
  }
  const paths = wanted.map((name) => join(folder, name));
  for (const [i, { sha256 }] of manifest.files.entries()) {
    if ((await hashFileAt(paths[i]!)).sha256 === sha256) continue;
    throw new InputError('lake-changed', `Expected ${paths[i]!} as convert wrote it but it is another file`);
  }
  return { manifest, paths };
}

/**
 * Reads a lake into a ledger: the one that the inputs of `convert` became, each transfer with its file and line there. What
 * was not read then is counted, and listed in the lake alone. `mentions` are all taken to tell somebody, as a lake has no
 * names of holders to compare them with.
 *
 * @throws InputError what {@link openLake} throws, `lake-unreadable` if its rows are not what its manifest says,
 *   `package-missing`, `engine-memory`, `engine-failed`
 */
export async function readLake(
  { manifest, paths }: OpenLake,
  { mentions = [] }: ReadLakeOptions = {},
): Promise<LedgerReading> {
  return readingOfLake(manifest, await readRows(manifest, paths), mentions);
}

/** What a lake's manifest says of its reading, with a ledger of its rows. */
export function readingOfLake(
  { inputs, quarantinedByCode, totals, warnings, ledger: { holders } }: LakeManifest,
  ledger: Ledger,
  mentions: readonly string[] = [],
): LedgerReading {
  return {
    ledger,
    labels: undefined,
    quarantine: {
      entries: [],
      counts: new Map(Object.entries(quarantinedByCode)),
      total: totals.quarantined,
      complete: totals.quarantined === 0,
    },
    files: inputs.map(({ skippedByCode, ...input }) => ({
      ...(input as LedgerReading['files'][number]),
      skippedByCode: new Map(Object.entries(skippedByCode)),
    })),
    notes: warnings.map(({ code, count }) => ({ code, count, examples: [] })),
    telling: new Set(mentions),
    sheet: undefined,
    holders,
  };
}

async function readRows(
  { inputs, placeColumns, ledger: stated }: LakeManifest,
  paths: readonly string[],
): Promise<Ledger> {
  const builder = new LedgerBuilder();
  const sources = new Map(inputs.map(({ name, sha256 }) => [name, builder.addSource({ name, sha256 })]));
  placeColumns.forEach((isThere, kind) => {
    if (isThere) builder.placeColumn(kind, 0);
  });
  for (const path of paths) {
    await withDatabase('read a lake', { memoryBytes: MEMORY_BYTES }, async (database) => {
      const query = await queryLake(database, path);
      if (typeof query === 'string') throw unreadable(`${query} in each row of ${path}`);
      const rows = new LakeRows(builder, query, sources);
      for await (const chunk of database.chunks(query.sql)) {
        const wrong = rows.append(chunk);
        if (wrong !== undefined) throw unreadable(`${wrong} in each row of ${path}`);
      }
    });
  }
  const { ledger } = builder.finish();
  if (ledger.rowCount !== stated.transfers || ledger.accounts.size !== stated.accounts) {
    throw unreadable('as many transfers and accounts as its manifest says');
  }
  return ledger;
}

function unreadable(expected: string): InputError {
  return new InputError('lake-unreadable', `Expected a lake with ${expected}`);
}
