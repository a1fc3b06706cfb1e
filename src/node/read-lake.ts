import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { sqlPath } from '../export/index.js';
import { InputError } from '../foundation/index.js';
import { type LedgerReading } from '../ingest/index.js';
import { type Ledger } from '../ledger/index.js';
import { ROW_COLUMNS, RowBuilder, rowFromValues } from '../slices/index.js';
import { withDatabase } from './duckdb.js';
import { orUnreadable } from './file-bytes.js';
import { hashFileAt } from './hash-file.js';
import { LAKE_MANIFEST, type LakeManifest, parseLakeManifest } from './lake-manifest.js';

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
 * @throws InputError `lake-manifest` if none lies beside them, `lake-files` unless they are all files of one lake,
 *   `lake-changed` if one is not what was written, `file-unreadable`
 */
export async function openLake(files: readonly string[]): Promise<OpenLake> {
  const [folder = '.', ...others] = [...new Set(files.map((path) => dirname(resolve(path))))];
  const path = join(folder, LAKE_MANIFEST);
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
  const rows = new RowBuilder(
    inputs.map(({ name, sha256 }) => ({ name, sha256 })),
    { placeColumns, countOnce: false },
  );
  const columns = ROW_COLUMNS.map(({ name }) => `"${name}"`).join(', ');
  await withDatabase('read a lake', { memoryBytes: MEMORY_BYTES }, async (database) => {
    for (const path of paths) {
      for await (const batch of database.rows(`SELECT ${columns} FROM read_parquet($1)`, [sqlPath(path)])) {
        for (const values of batch) {
          const row = rowFromValues(values);
          if (typeof row === 'string') throw unreadable(`${row} in each row of ${path}`);
          rows.add(row);
        }
      }
    }
  });
  const { ledger } = rows.finish();
  if (ledger.rowCount !== stated.transfers || ledger.accounts.size !== stated.accounts) {
    throw unreadable('as many transfers and accounts as its manifest says');
  }
  return ledger;
}

function unreadable(expected: string): InputError {
  return new InputError('lake-unreadable', `Expected a lake with ${expected}`);
}
