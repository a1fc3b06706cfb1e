import { sampleBytes } from './byte-sample.js';
import { detectContent } from './formats/detect-format.js';
import { openTables } from './formats/open-tables.js';
import { type FormatReaders } from './formats/format-readers.js';
import { type Inspection, inspectSample } from './inspect-sample.js';
import { inspectTables } from './inspect-table.js';
import { RECORD_LIMITS } from './record-sink.js';
import { PACKING_BYTES, packingOf, unpack } from './unpack.js';
import { UNPACKED_LIMITS } from './unpacked-limits.js';

/** Bytes looked at. */
const SAMPLE_BYTES = 65_536;

/** What to look at. */
export interface InspectStreamOptions {
  /** The only sheet of a workbook to look at. Default: the first that has rows. */
  readonly sheet?: string | undefined;
  /** Readers of formats that need other packages. Default: none. */
  readonly readers?: FormatReaders | undefined;
}

/**
 * {@link inspectSample} of a stream of stored bytes in any format that is read; gzip and zstd are unpacked. Reads no further than it needs
 * to, which for a workbook or Parquet is everything.
 *
 * @throws InputError `gzip-unreadable`, `format-unreadable`, and what the reader of the format throws
 */
export async function inspectStream(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  { sheet, readers }: InspectStreamOptions = {},
): Promise<Inspection> {
  const stored = await sampleBytes(bytes, PACKING_BYTES);
  const unpacked = unpack(stored.all, packingOf(stored.head), { name, limits: UNPACKED_LIMITS, readers });
  const sample = await sampleBytes(unpacked, SAMPLE_BYTES);
  try {
    const content = detectContent(sample.head, name);
    if (content === 'text') return inspectSample(sample.head, name, { isWhole: sample.isWhole });
    const { maxRecordChars } = RECORD_LIMITS;
    const file = { name, content, chunks: sample.all, encoding: undefined, optionalColumns: new Set<string>() };
    return await inspectTables(await openTables({ ...file, maxRecordChars, sheet, readers }), name);
  } finally {
    await sample.close();
  }
}
