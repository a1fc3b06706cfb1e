import type { AsyncBuffer, FileMetaData, SchemaElement } from 'hyparquet';
import { IllicitFlowsError, InputError } from '../foundation/index.js';
import { type ParquetRows } from '../ingest/index.js';
import { loadOptional } from './optional-packages.js';
import { decimalScale, EXACT_PARSERS, type ParquetValue, textReader } from './parquet-values.js';

/** Unpacked bytes of a group of rows, which is held in memory as a whole. */
const MAX_GROUP_BYTES = 2 ** 31;
const MAX_COLUMNS = 10_000;
/** Rows a batch. */
const BATCH = 10_000;

/**
 * Opens a Parquet file with the package hyparquet; packed columns but those of snappy also need hyparquet-compressors. Decimals are
 * exact, instants keep their unit; nested columns are left out and named.
 *
 * @throws InputError `package-missing`, `parquet-unreadable` if the file is cut short, spoilt or beyond the limits
 */
export async function readParquet(bytes: Uint8Array, name: string): Promise<ParquetRows> {
  const { parquetMetadataAsync, parquetRead } = await loadOptional(
    () => import('hyparquet'),
    'hyparquet',
    `read ${name}`,
  );
  const file = bufferOf(bytes);
  const metadata = await orUnreadable(name, () => parquetMetadataAsync(file, { parsers: EXACT_PARSERS }));
  const { compressors } = needsCompressors(metadata)
    ? await loadOptional(() => import('hyparquet-compressors'), 'hyparquet-compressors', `read ${name}`)
    : { compressors: undefined };
  const leaves = flatColumns(metadata);
  const nested = (metadata.schema[0]?.num_children ?? 0) - leaves.length;
  if (leaves.length > MAX_COLUMNS) throw unreadable(name, `${leaves.length} columns`);
  const readers = leaves.map((element) => textReader(element, strippedScale(element)));
  const columns = leaves.map((element) => element.name);
  async function* batches(): AsyncGenerator<readonly (readonly string[])[]> {
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      if (Number(group.total_byte_size) > MAX_GROUP_BYTES) throw unreadable(name, 'a group of rows beyond 2 GB');
      const rowEnd = rowStart + Number(group.num_rows);
      let rows: ParquetValue[][] = [];
      await orUnreadable(name, () =>
        parquetRead({
          ...{ file, metadata, columns, rowStart, rowEnd, parsers: EXACT_PARSERS, utf8: false },
          ...(compressors === undefined ? {} : { compressors }),
          onComplete: (found: ParquetValue[][]) => (rows = found),
        }),
      );
      if (rows.length !== rowEnd - rowStart)
        throw unreadable(name, `${rows.length} rows in a group of ${rowEnd - rowStart}`);
      for (let at = 0; at < rows.length; at += BATCH) {
        yield rows.slice(at, at + BATCH).map((row) => readers.map((toText, i) => toText(row[i])));
      }
      rowStart = rowEnd;
    }
  }
  const notes = nested > 0 ? [`${nested} nested columns are not read`] : [];
  return { columns, notes, batches: batches() };
}

/** Columns right under the root that hold one value a row. */
function flatColumns({ schema }: FileMetaData): SchemaElement[] {
  const flat: SchemaElement[] = [];
  let at = 1;
  for (let i = 0; i < (schema[0]?.num_children ?? 0); i++) {
    const element = schema[at]!;
    if ((element.num_children ?? 0) === 0 && element.repetition_type !== 'REPEATED') flat.push(element);
    at = behind(schema, at);
  }
  return flat;
}

/** Position behind an element and everything below it. */
function behind(schema: readonly SchemaElement[], at: number): number {
  let open = 1;
  let next = at;
  while (open > 0 && next < schema.length) open += (schema[next++]!.num_children ?? 0) - 1;
  return next;
}

/** The scale of a decimal, which then is read as the integer that is stored: hyparquet itself makes a float of it. */
function strippedScale(element: SchemaElement): number | undefined {
  const scale = decimalScale(element);
  if (scale === undefined) return undefined;
  delete element.converted_type;
  delete element.logical_type;
  return scale;
}

function needsCompressors({ row_groups: groups }: FileMetaData): boolean {
  const codecs = groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec));
  return codecs.some((codec) => codec !== undefined && codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY');
}

function bufferOf(bytes: Uint8Array): AsyncBuffer {
  const buffer = bytes.buffer as ArrayBuffer;
  const { byteOffset, byteLength } = bytes;
  return { byteLength, slice: (start, end) => buffer.slice(byteOffset + start, byteOffset + (end ?? byteLength)) };
}

async function orUnreadable<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof IllicitFlowsError) throw cause;
    throw unreadable(name, cause instanceof Error ? cause.message.slice(0, 200) : 'something else', cause);
  }
}

function unreadable(name: string, received: string, cause?: unknown): InputError {
  return new InputError('parquet-unreadable', `Expected a whole Parquet file in ${name} but received ${received}`, {
    cause,
  });
}
