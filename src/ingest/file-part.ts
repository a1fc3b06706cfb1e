import { type DraftPart, LedgerBuilder, takePart } from '../ledger/index.js';
import { type Dialect } from './dialect.js';
import { PlainReader } from './plain-reader.js';
import { type LogPart, ReadLog } from './read-log.js';
import { type RecordLimits } from './record-sink.js';
import { RowInterpreter } from './row-interpreter.js';
import { type RowPlan } from './row-plan.js';

/** The order to read the bytes [start, end) of a file, given that a record begins at `start`. */
export interface FilePartTask {
  readonly name: string;
  readonly plan: RowPlan;
  readonly dialect: Dialect;
  readonly limits: RecordLimits;
  readonly maxQuarantined: number;
  readonly maxQuarantinedBytes: number;
  readonly start: number;
  readonly end: number;
  /** Whether the file ends at `end`. */
  readonly isLast: boolean;
}

/** What a stretch of a file says, to be appended to what stands before it. */
export interface FilePart {
  /** Where reading came to: behind the last record that ends in the stretch. */
  readonly end: number;
  /** Whether a record begins there, or the file ends. */
  readonly isBetweenRecords: boolean;
  /** Lines of the stretch up to `end`. */
  readonly lines: number;
  readonly draft: DraftPart;
  readonly log: LogPart;
}

/**
 * Reads one stretch of a plain file on its own. Whether a record really begins at its start only the reader of what stands
 * before it can tell; see readInParts.
 */
export async function readFilePart(chunks: AsyncIterable<Uint8Array>, task: FilePartTask): Promise<FilePart> {
  const { name, limits, start, end, isLast } = task;
  const draft = new LedgerBuilder();
  const log = new ReadLog(task);
  const file = log.openFile(name);
  draft.addSource({ name, sha256: '' });
  // What stands at the beginning of a file does not stand here.
  const plan: RowPlan = { ...task.plan, prelude: [] };
  const dialect: Dialect = { ...task.dialect, bomBytes: 0 };
  const interpreter = new RowInterpreter(plan, draft, log, file);
  const reader = new PlainReader(interpreter, dialect, { limits, expectedBytes: end - start });
  let position = start;
  for await (const chunk of chunks) {
    reader.push(chunk);
    position += chunk.length;
  }
  if (isLast) reader.end();
  const { bytesLeft, isBetweenRecords: isBetween, lines } = reader.settle();
  // A file that has become shorter is left to whoever reads all of it.
  const isBetweenRecords = isBetween && position === end;
  return { end: position - bytesLeft, isBetweenRecords, lines, draft: takePart(draft), log: log.take() };
}
