import { InputError, type ProgressListener, UsageError } from '../foundation/index.js';
import { type LedgerBuilder } from '../ledger/index.js';
import { type ByteSample, sampleBytes } from './byte-sample.js';
import { chooseLayout, chooseTableLayout } from './choose-layout.js';
import { detectContent, unreadable } from './formats/detect-format.js';
import { type FormatReaders } from './formats/format-readers.js';
import { type FormatFile, openTables } from './formats/open-tables.js';
import { type FileFormat } from './formats/table.js';
import { columnsOf, type Layout, type Mapping } from './mapping.js';
import { type FileCounts } from './file-counts.js';
import { type ReadLog } from './read-log.js';
import { type FileParts } from './read-in-parts.js';
import { type ReaderName, readRecords } from './reader-choice.js';
import { readTable } from './read-table.js';
import { type RecordLimits } from './record-sink.js';
import { sampleTable } from './table-sample.js';
import { PACKING_BYTES, packingOf, unpack } from './unpack.js';
import { type UnpackedLimits } from './unpacked-limits.js';

/** One input: a file, an upload, a download. */
export interface LedgerSource {
  /** What evidence cites it by; must be its own. */
  readonly name: string;
  /** The bytes as stored, in any format that is read; gzip and zstd are unpacked. A chunk is done with before the next is asked for, so buffers may be reused. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Number of stored bytes, for progress; asked for from the first byte on. Default: not known. */
  readonly byteSize?: () => number | undefined;
  /** Others who can read stretches of the stored bytes; asked for once some have been seen. Default: nobody. */
  readonly parts?: () => FileParts | undefined;
  /** Readers of formats that need other packages. Default: none, and such files are refused. */
  readonly readers?: FormatReaders;
  /** SHA-256 of all stored bytes, lower-case hex; asked for once, when the records have been read. Default: empty. */
  readonly sha256?: () => string | Promise<string>;
}

/** What became of one source, or of one sheet of a workbook. */
export interface FileReport extends FileCounts {
  /** Name of the source; of a sheet `source#sheet`. */
  readonly name: string;
  /** Of the whole source. */
  readonly sha256: string;
  /** Found by content. */
  readonly format: FileFormat;
  /** Name of the preset's layout, or `mapping` for a mapping of one's own; empty for an empty file. */
  readonly layout: string;
  /** `table` for every format but delimited text. */
  readonly reader: ReaderName | 'table';
  /** Empty for a binary format. */
  readonly encoding: string;
  /** One character or `blank`; empty for every format but delimited text. */
  readonly delimiter: string;
  readonly gzip: boolean;
  /** What was found or decided, as sentences. */
  readonly notes: readonly string[];
}

/** What all sources of a reading share. */
export interface ReadingContext extends RecordLimits, UnpackedLimits {
  readonly layouts: readonly Layout[];
  readonly owner: string;
  readonly log: ReadLog;
  readonly draft: LedgerBuilder;
  readonly maxQuarantined: number;
  readonly maxQuarantinedBytes: number;
  readonly reader: 'auto' | ReaderName;
  readonly ownAccounts: ReadonlyMap<string, string>;
  /** Of workbooks, by name or place from 1; undefined = all that fit. */
  readonly sheet: string | number | undefined;
  readonly onProgress: ProgressListener | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Bytes looked at before reading. */
const SAMPLE_BYTES = 65_536;

/** What is known of a table before its records are counted. */
type TableReport = Omit<FileReport, keyof FileCounts | 'sha256' | 'gzip'>;
type ReadTableReport = TableReport & { readonly sheetPosition: number };

/** Codes of errors that say that a table has other columns than the mapping. */
const MISFITS = new Set(['layout-unknown', 'column-missing', 'column-ambiguous']);

/** A table of a source that has been read; its hash may still be on its way. */
export interface ReadSource {
  readonly report: TableReport & Pick<FileReport, 'gzip'>;
  /** Place among the sheets of a workbook, from 1; 0 = the source is no workbook. */
  readonly sheetPosition: number;
  readonly sha256: Promise<string>;
}

/** Reads one source to its end into the draft: one report for each of its tables, of which only a workbook has several. */
export async function readSource(source: LedgerSource, context: ReadingContext): Promise<readonly ReadSource[]> {
  const { name } = source;
  const { readers } = source;
  const stored = await sampleBytes(watched(source, context), PACKING_BYTES);
  const packing = packingOf(stored.head);
  const sample = await sampleBytes(unpack(stored.all, packing, { name, limits: context, readers }), SAMPLE_BYTES);
  try {
    const content = detectContent(sample.head, name);
    const reports =
      content === 'text'
        ? [await readTextFile(source, sample, packing !== 'none', context)]
        : await readTables({ name, content, chunks: sample.all, readers }, context);
    const sha256 = Promise.resolve(source.sha256?.() ?? '');
    // What goes wrong comes out when the hash is waited for, if ever.
    sha256.catch(() => undefined);
    const gzip = packing === 'gzip';
    const unpacked = packing === 'zstd' ? ['unpacked from zstd'] : [];
    return reports.map(({ sheetPosition, ...report }) => ({
      report: { ...report, gzip, notes: [...unpacked, ...report.notes] },
      sheetPosition,
      sha256,
    }));
  } finally {
    await sample.close();
  }
}

async function readTextFile(
  source: LedgerSource,
  sample: ByteSample,
  isPacked: boolean,
  context: ReadingContext,
): Promise<ReadTableReport> {
  const { name } = source;
  const { head, isWhole, all } = sample;
  const file = openFile(name, context);
  const chosen = chooseLayout(
    { name, head, isWhole, ownAccount: context.ownAccounts.get(name) },
    context.layouts,
    context.owner,
  );
  const byteSize = isPacked ? 0 : (source.byteSize?.() ?? 0);
  const parts = isPacked ? undefined : source.parts?.();
  const reader = await readRecords({ ...context, name, file, chunks: all, byteSize, parts, chosen });
  const { layout, dialect, notes } = chosen;
  const { encoding, delimiter } = dialect;
  return { name, format: 'text', layout, reader, encoding, delimiter, notes, sheetPosition: 0 };
}

/**
 * Reads the tables of a file of another format. Of several those that do not fit the mapping are left out, and the first report says
 * so; if none fits, the first one's error is thrown.
 */
async function readTables(
  { name, content, chunks, readers }: Pick<FormatFile, 'name' | 'content' | 'chunks' | 'readers'>,
  context: ReadingContext,
): Promise<ReadTableReport[]> {
  const { layouts, owner, reader, maxRecordChars, sheet } = context;
  if (reader === 'bytes') {
    throw new UsageError('reader-unfit', `Expected delimited text for reader bytes but ${name} is ${content}`);
  }
  const encoding = owner === '' ? layouts[0]?.mapping.dialect?.encoding : undefined;
  const optionalColumns = new Set(layouts.flatMap(({ mapping }) => optionalNames(mapping)));
  const tables = await openTables({ name, content, chunks, encoding, maxRecordChars, optionalColumns, sheet, readers });
  const reports: ReadTableReport[] = [];
  const leftOut: string[] = [];
  let firstError: InputError | undefined;
  for (const [i, table] of tables.entries()) {
    const tableName = table.name === '' ? name : `${name}#${table.name}`;
    const { records, isWhole, items, close } = await sampleTable(table);
    try {
      const start = {
        name: tableName,
        encoding: table.encoding,
        columns: table.columns,
        records,
        isWhole,
        ownAccount: context.ownAccounts.get(name),
      };
      const chosen = chooseTableLayout(start, layouts, owner);
      const file = openFile(tableName, context);
      await readTable({ items, chosen, limits: context, draft: context.draft, log: context.log, file });
      const { layout, notes } = chosen;
      const { format } = table;
      reports.push({
        ...{ name: tableName, format, layout, reader: 'table', encoding: table.encoding, delimiter: '' },
        notes: [...table.notes(), ...notes],
        sheetPosition: table.position ?? 0,
      });
    } catch (error) {
      if (tables.length === 1 || !(error instanceof InputError) || !MISFITS.has(error.code)) throw error;
      firstError ??= error;
      leftOut.push(`sheet ${i + 1} was left out: ${error.message.replaceAll(tableName, 'it').slice(0, 300)}`);
    } finally {
      await close();
    }
  }
  const [first, ...rest] = reports;
  const isRead = reports.some(({ layout }) => layout !== '');
  // Sheets without a cell are no reason to pass over one that does not fit.
  if (first === undefined || (firstError !== undefined && !isRead))
    throw firstError ?? unreadable(name, 'a file without a table', 'look into it by hand');
  return [{ ...first, notes: [...first.notes, ...leftOut] }, ...rest];
}

function optionalNames(mapping: Mapping): string[] {
  return columnsOf(mapping).flatMap((column) =>
    typeof column === 'object' && column.optional === true ? [column.name.trim().toLowerCase()] : [],
  );
}

/** Starts a table in draft and log, which must agree on its number. */
function openFile(name: string, { draft, log }: ReadingContext): number {
  const file = draft.addSource({ name, sha256: '' });
  log.openFile(name);
  return file;
}

async function* watched(
  { bytes, name, byteSize }: LedgerSource,
  { onProgress, signal }: ReadingContext,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  let total: number | undefined;
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    total ??= byteSize?.();
    done += chunk.length;
    yield chunk;
    onProgress?.({ stage: `read ${name}`, done, total, unit: 'bytes' });
  }
}
