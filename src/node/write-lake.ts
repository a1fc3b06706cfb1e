import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, VERSION } from '../foundation/index.js';
import { quarantineTable, sqlText } from '../export/index.js';
import { type LedgerReading } from '../ingest/index.js';
import { type ReadChoices, summariseReading } from '../investigation/index.js';
import { type Ledger, worldOf } from '../ledger/index.js';
import { type KeyPair, keyOf, lakeValues, plainRow, ROW_COLUMNS } from '../slices/index.js';
import { type SqlValue, withDatabase } from './duckdb.js';
import { hashFileAt } from './hash-file.js';
import { LAKE, LAKE_MANIFEST, type LakeManifest, type LakeTable } from './lake-manifest.js';
import { syncFile, syncFolder } from './sync-to-disk.js';
import { fillFolder } from './write-folder.js';
import { writeText, type WrittenFile } from './write-text.js';

const TRANSFERS = 'transfers.parquet';
const PURPOSE = 'write a lake';
/** What the database may hold in memory while it packs; rows wait on the disk. */
const MEMORY_BYTES = 256 * 2 ** 20;

/** What a lake is made of. */
export interface LakeContent {
  readonly reading: LedgerReading;
  readonly options: ReadChoices;
  /** The table that the inputs were written from, where they were. */
  readonly table?: LakeTable;
}

/**
 * Writes a reading as a lake: `transfers.parquet` with every transfer in the ledger's order, each with the file and line that
 * it came from and its exact amount as text; `quarantine.csv`; and `lake.json`, which says what was read and with which hashes.
 * All of it or nothing. The lake holds the data themselves, payers and all, but for names of holders: of accounts of one
 * holder it says only that they are. quarantine.csv tells records that were not read by their shape.
 *
 * @throws UsageError `output-in-use`; InputError `output-unwritable`, `package-missing`, `engine-memory`, `engine-failed`
 */
export async function writeLake(folder: string, reading: LedgerReading, options: ReadChoices): Promise<LakeManifest> {
  return writeLakeFrom(folder, () => Promise.resolve({ reading, options }));
}

/**
 * As {@link writeLake} for what `make` reads, which may first put files of its own into the folder that it is given: they become
 * part of the lake, with the rest or not at all. It has them on the disk before it returns.
 *
 * @throws what {@link writeLake} and `make` throw
 */
export async function writeLakeFrom(
  folder: string,
  make: (draft: string) => Promise<LakeContent>,
): Promise<LakeManifest> {
  return fillFolder(folder, async (draft) => {
    // A package that is missing must not be found out once a cluster has worked for an hour.
    await withDatabase(PURPOSE, { memoryBytes: MEMORY_BYTES }, () => Promise.resolve());
    const { reading, options, table } = await make(draft);
    const { ledger, quarantine } = reading;
    const transfers = await writeTransfers(draft, ledger);
    await writeText(draft, { name: 'quarantine.csv', chunks: quarantineTable(quarantine) });
    const manifest: LakeManifest = {
      contract: LAKE,
      library: VERSION,
      files: [{ ...transfers, rows: ledger.rowCount }],
      ...(table === undefined ? {} : { table }),
      options,
      ...summariseReading(ledger, reading),
      placeColumns: worldOf(ledger).placeColumns,
    };
    await writeText(draft, { name: LAKE_MANIFEST, chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] });
    await syncFolder(draft);
    return manifest;
  });
}

async function writeTransfers(draft: string, ledger: Ledger): Promise<WrittenFile> {
  const work = join(draft, 'work');
  await mkdir(work);
  const path = join(draft, TRANSFERS);
  // Not a database file: DuckDB takes what follows a question mark in its path for something else.
  const where = { memoryBytes: MEMORY_BYTES, spill: join(work, 'spill') };
  await withDatabase(PURPOSE, where, async (database) => {
    const columns = ROW_COLUMNS.map(({ name, type }) => `"${name}" ${type === 'text' ? 'VARCHAR' : 'BIGINT'}`);
    await database.run(`CREATE TABLE transfers (${columns.join(', ')})`);
    const types = ROW_COLUMNS.map(({ type }) => type);
    await database.append('transfers', types, valuesOf(ledger));
    await database.run(`COPY transfers TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  });
  await rm(work, { recursive: true });
  const file = await open(path, 'r+');
  await syncFile(file).finally(() => file.close());
  const { sha256 } = await hashFileAt(path);
  return { name: TRANSFERS, bytes: (await stat(path)).size, sha256 };
}

function* valuesOf(ledger: Ledger): Generator<readonly SqlValue[], void, undefined> {
  const keys = keysOf(ledger);
  const { unit } = ledger.accounts;
  const { payer, beneficiary } = ledger.columns;
  for (let row = 0; row < ledger.rowCount; row++) {
    const ends = { payer: unit[payer[row]!]!, beneficiary: unit[beneficiary[row]!]! };
    yield lakeValues(plainRow(ledger, row, ends, (account) => keys[account]!)).map((value) => value ?? null);
  }
}

/** Texts of all accounts, each decoded once. */
function keysOf(ledger: Ledger): KeyPair[] {
  return Array.from({ length: ledger.accounts.size }, (_, account: Account) => keyOf(ledger, account));
}
