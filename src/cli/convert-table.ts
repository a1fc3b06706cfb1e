import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type CatalogueTable, exportTable, requireSpark } from '../engine/index.js';
import { InputError, type Watched, watchSteps } from '../foundation/index.js';
import { type LedgerReading } from '../ingest/index.js';
import { type LakeManifest, requireFreeFolder, takeParts, writeLakeFrom } from '../node/index.js';
import { loadMapping } from './load-mapping.js';
import { readForCommand, type ReadingFlags } from './reading-options.js';
import { type TableFlags } from './table-flags.js';

/** Folder of a lake that holds what its table was when it was read: evidence cites its files and rows. */
const EXPORT = 'export';

/** A lake that was written, and the reading that it holds. */
export interface ConvertedLake {
  readonly manifest: LakeManifest;
  readonly reading: LedgerReading;
}

/**
 * Has Spark write a table into a new lake, and reads what it wrote as any other files: all of the lake or nothing.
 *
 * @throws InputError `table-rows` if other rows were read than Spark counted, and what `requireSpark`, `exportTable`, reading and
 *   writing a lake throw
 */
export async function convertTable(
  table: CatalogueTable,
  flags: ReadingFlags & TableFlags & { readonly out: string },
  { sparkOptions, onProgress }: { readonly sparkOptions: readonly string[] } & Watched,
): Promise<ConvertedLake> {
  const { job } = flags;
  const mapping = await loadMapping(flags.map);
  await requireSpark();
  if (job !== undefined) {
    await requireFreeFolder(job);
    await mkdir(job, { recursive: true, mode: 0o700 });
  }
  let reading: LedgerReading | undefined;
  const manifest = await writeLakeFrom(flags.out, async (draft) => {
    const out = join(draft, 'spark');
    await mkdir(out);
    watchSteps({ onProgress })('writing the table with Spark');
    const { folder, query, spark, rows } = await exportTable(table, {
      ...{ mapping, out, sparkOptions },
      ...(job === undefined ? {} : { job }),
    });
    const paths = await takeParts(folder, join(draft, EXPORT));
    await rm(out, { recursive: true });
    const made = await readForCommand(paths, flags, onProgress);
    reading = made.reading;
    requireRows(reading, rows);
    const asked = made.choices.mapping === 'given' ? {} : { query };
    return { reading, options: made.choices, table: { ...table, ...asked, spark, rows, folder: EXPORT } };
  });
  return { manifest, reading: reading! };
}

function requireRows({ files }: LedgerReading, rows: number): void {
  const read = files.reduce((sum, file) => sum + file.read, 0);
  if (read === rows) return;
  const names = files.map(({ name }) => basename(name)).join(', ');
  throw new InputError('table-rows', `Expected the ${rows} rows that Spark wrote but read ${read} in ${names}`);
}
