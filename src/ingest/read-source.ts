import { type ProgressListener } from '../foundation/index.js';
import { type LedgerBuilder } from '../ledger/index.js';
import { sampleBytes } from './byte-sample.js';
import { chooseLayout } from './choose-layout.js';
import { gunzip, isGzip, type UnpackedLimits } from './gunzip.js';
import { type Layout } from './mapping.js';
import { type FileCounts, type ReadLog } from './read-log.js';
import { type FileParts } from './read-in-parts.js';
import { type ReaderName, readRecords } from './reader-choice.js';
import { type RecordLimits } from './record-sink.js';

/** One input: a file, an upload, a download. */
export interface LedgerSource {
  /** What evidence cites it by; must be its own. */
  readonly name: string;
  /** The bytes as stored; gzip is unpacked. A chunk is done with before the next is asked for, so buffers may be reused. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Number of stored bytes, for progress; asked for from the first byte on. Default: not known. */
  readonly byteSize?: () => number | undefined;
  /** Others who can read stretches of the stored bytes; asked for once some have been seen. Default: nobody. */
  readonly parts?: () => FileParts | undefined;
  /** SHA-256 of all stored bytes, lower-case hex; asked for once, when the records have been read. Default: empty. */
  readonly sha256?: () => string | Promise<string>;
}

/** What became of one source. */
export interface FileReport extends FileCounts {
  readonly name: string;
  readonly sha256: string;
  /** Name of the preset's layout, or `mapping` for a mapping of one's own; empty for an empty file. */
  readonly layout: string;
  readonly reader: ReaderName;
  readonly encoding: string;
  /** One character or `blank`. */
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
  readonly onProgress: ProgressListener | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Bytes looked at before reading. */
const SAMPLE_BYTES = 65_536;

/** A source that has been read; its hash may still be on its way. */
export interface ReadSource {
  readonly report: Omit<FileReport, keyof FileCounts | 'sha256'>;
  readonly sha256: Promise<string>;
}

/** Reads one source to its end into the draft. */
export async function readSource(source: LedgerSource, context: ReadingContext): Promise<ReadSource> {
  const { name } = source;
  const file = context.draft.addSource({ name, sha256: '' });
  context.log.openFile(name);
  const stored = await sampleBytes(watched(source, context), 2);
  const gzip = isGzip(stored.head);
  const sample = await sampleBytes(gzip ? gunzip(stored.all, name, context) : stored.all, SAMPLE_BYTES);
  try {
    const start = { name, head: sample.head, isWhole: sample.isWhole, ownAccount: context.ownAccounts.get(name) };
    const chosen = chooseLayout(start, context.layouts, context.owner);
    const byteSize = gzip ? 0 : (source.byteSize?.() ?? 0);
    const parts = gzip ? undefined : source.parts?.();
    const reader = await readRecords({ ...context, name, file, chunks: sample.all, byteSize, parts, chosen });
    const sha256 = Promise.resolve(source.sha256?.() ?? '');
    // What goes wrong comes out when the hash is waited for, if ever.
    sha256.catch(() => undefined);
    const { layout, dialect, notes } = chosen;
    const { encoding, delimiter } = dialect;
    return { report: { name, layout, reader, encoding, delimiter, gzip, notes }, sha256 };
  } finally {
    await sample.close();
  }
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
