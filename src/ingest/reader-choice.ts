import { type ProgressListener, UsageError } from '../foundation/index.js';
import { type LedgerBuilder } from '../ledger/index.js';
import { BlankFile } from './blank-file.js';
import { BlankRecords } from './blank-records.js';
import { type ChosenLayout } from './choose-layout.js';
import { type Dialect } from './dialect.js';
import { PapaRecords } from './papa-records.js';
import { PlainReader } from './plain-reader.js';
import { canReadPlain } from './plain-support.js';
import { type FileParts, readInParts } from './read-in-parts.js';
import { type ReadLog } from './read-log.js';
import { type RecordLimits, type RecordSink } from './record-sink.js';
import { RowInterpreter } from './row-interpreter.js';
import { decodeText } from './text-decoding.js';

/** Which reader does the work; the ledger is the same. `papa` is the one that takes every dialect. */
export type ReaderName = 'papa' | 'bytes';

/** Everything it takes to read one file. */
export interface ReadingTask extends RecordLimits {
  /** Unpacked bytes from the very start of the file. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How many bytes these are, 0 if that is not known. */
  readonly byteSize: number;
  /** Others who read stretches of the same bytes; undefined = nobody. Only the byte reader makes use of them. */
  readonly parts: FileParts | undefined;
  readonly name: string;
  readonly maxQuarantined: number;
  readonly maxQuarantinedBytes: number;
  readonly chosen: ChosenLayout;
  readonly reader: 'auto' | ReaderName;
  readonly draft: LedgerBuilder;
  readonly log: ReadLog;
  /** Number of the file in draft and log. */
  readonly file: number;
  readonly onProgress: ProgressListener | undefined;
}

/**
 * Reads all records of a file, with the byte reader where dialect and plan are plain enough, and says which one it was.
 * @throws UsageError `reader-unfit` if the byte reader was asked for and cannot read the file
 */
export async function readRecords(task: ReadingTask): Promise<ReaderName> {
  const { chosen, chunks, reader, draft, log, file } = task;
  const { plan, dialect } = chosen;
  if (plan === undefined) {
    await readText(chunks, dialect, new BlankFile(log, file), task);
    return 'papa';
  }
  const interpreter = new RowInterpreter(plan, draft, log, file);
  const isPlain = reader !== 'papa' && canReadPlain(plan, dialect);
  if (reader === 'bytes' && !isPlain) {
    throw new UsageError('reader-unfit', 'Expected a plain dialect for reader bytes; use auto or papa for this file');
  }
  if (!isPlain) {
    await readText(chunks, dialect, interpreter, task);
    return 'papa';
  }
  const plain = new PlainReader(interpreter, dialect, { limits: task, expectedBytes: task.byteSize });
  const { parts, name, maxQuarantined, maxQuarantinedBytes, maxRecordChars, maxRecordLines, maxColumns, onProgress } =
    task;
  if (parts === undefined) {
    for await (const chunk of chunks) plain.push(chunk);
    plain.end();
  } else {
    const limits = { maxRecordChars, maxRecordLines, maxColumns };
    const order = { name, plan, dialect, limits, maxQuarantined, maxQuarantinedBytes };
    const onRead = (done: number): void => {
      onProgress?.({ stage: `read ${name}`, done, total: parts.byteSize, unit: 'bytes' });
    };
    await readInParts(plain, interpreter, { chunks, parts, order, onRead });
  }
  return 'bytes';
}

/** Tokenises decoded text: Papa Parse, or line by line where blanks set the cells apart. */
async function readText(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter, encoding }: Dialect,
  sink: RecordSink,
  limits: RecordLimits,
): Promise<void> {
  const records = delimiter === 'blank' ? new BlankRecords(sink, limits) : new PapaRecords(delimiter, sink, { limits });
  for await (const text of decodeText(chunks, encoding)) records.push(text);
  records.end();
}
