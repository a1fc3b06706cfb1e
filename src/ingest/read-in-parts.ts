import { InputError } from '../foundation/index.js';
import { appendPart } from '../ledger/index.js';
import { type FilePart, type FilePartTask } from './file-part.js';
import { type PlainReader } from './plain-reader.js';
import { MAX_CURRENCIES } from './record-reading.js';
import { type RowInterpreter } from './row-interpreter.js';

/** A large file that others can read stretches of while this thread reads the first. */
export interface FileParts {
  readonly byteSize: number;
  /** Where the stretches behind the first begin, ascending, each behind a line feed; at least one. */
  readonly starts: readonly number[];
  /**
   * Begins to read the stretches at once; from then on the source's own bytes are not asked for to their end. A failure
   * nobody waits for must do no harm.
   */
  readonly readParts: (tasks: readonly FilePartTask[]) => readonly Promise<FilePart>[];
  /** The bytes from a position to the end of the file. */
  readonly bytesFrom: (position: number) => AsyncIterable<Uint8Array>;
}

/** What it takes to read a file in parts. */
export interface PartsTask {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly parts: FileParts;
  readonly order: Omit<FilePartTask, 'start' | 'end' | 'isLast'>;
  /** Told how far the file has been read, behind the first stretch. */
  readonly onRead: (position: number) => void;
}

/**
 * Reads a plain file whose later stretches others read at the same time. A line feed may stand inside a quoted cell, so
 * where a stretch begins is only a guess: it counts only once everything before it has been read and turns out to end
 * there, between two records. From the first wrong guess on this thread reads the file itself. Either way draft and log
 * are what they would be had it read everything.
 *
 * @throws InputError `file-changed` if the file ends before its size
 */
export async function readInParts(reader: PlainReader, to: RowInterpreter, task: PartsTask): Promise<void> {
  const { parts, order, chunks, onRead } = task;
  const { byteSize, starts } = parts;
  const pending = parts.readParts(
    starts.map((start, i) => {
      const end = starts[i + 1] ?? byteSize;
      return { ...order, start, end, isLast: end === byteSize };
    }),
  );
  const ownEnd = starts[0]!;
  let position = 0;
  for await (const chunk of chunks) {
    reader.push(chunk.subarray(0, ownEnd - position));
    position = Math.min(position + chunk.length, ownEnd);
    if (position === ownEnd) break;
  }

  const { bytesLeft, isBetweenRecords } = reader.settle();
  let fits = position === ownEnd && bytesLeft === 0 && isBetweenRecords;
  for (let i = 0; fits && i < starts.length; i++) {
    if (position !== starts[i]) break;
    const part = await pending[i]!;
    // Only a reader that has seen all currencies knows when there are too many.
    fits = part.isBetweenRecords && to.draft.currencies.size + part.draft.currencies.length < MAX_CURRENCIES;
    if (!fits) break;
    append(reader, to, part);
    position = part.end;
    onRead(position);
  }
  if (position < byteSize) {
    for await (const chunk of parts.bytesFrom(position)) {
      reader.push(chunk);
      position += chunk.length;
      onRead(position);
    }
  }
  if (position !== byteSize) {
    throw new InputError(
      'file-changed',
      `Expected ${order.name} to keep its ${byteSize} bytes but received ${position}`,
    );
  }
  reader.end();
}

function append(reader: PlainReader, { plan, draft, log, file }: RowInterpreter, part: FilePart): void {
  const { lines: linesBefore } = reader.settle();
  const timesAreRows = plan.time.kind === 'order';
  appendPart(draft, part.draft, { file, linesBefore, timesAreRows, sequencesAreRows: plan.sequenceByFileOrder });
  log.append(file, part.log, linesBefore);
  reader.passOver(part.lines);
}
