import { type KeyBytes } from '../structures/index.js';
import { byteKinds, scanRecordsInto } from './byte-records.kernel.js';
import { scanBlankRecordsInto } from './byte-blank-records.kernel.js';
import { type PlainBatch } from './plain-batch.js';
import { type RecordLimits } from './record-sink.js';

/** What a scan found out besides the records. */
export interface ScanEnd {
  /** Position after the last record found. */
  readonly at: number;
  /** Physical line there. */
  readonly line: number;
  /** Whether the record that begins there must be refused: a quote is not closed, or it is too long. */
  readonly fault: boolean;
}

/** Finds records in bytes for one dialect. */
export class PlainScan {
  readonly #delimiter: number;
  readonly #kinds: Uint8Array;
  readonly #limits: RecordLimits;
  readonly #state = new Float64Array(3);

  /** @param delimiter one character, or `blank` */
  constructor(delimiter: string, encoding: string, limits: RecordLimits) {
    this.#delimiter = delimiter === 'blank' ? -1 : delimiter.charCodeAt(0);
    this.#kinds = byteKinds(delimiter === 'blank' ? 0x20 : this.#delimiter, isUtf8(encoding));
    this.#limits = limits;
  }

  /**
   * Fills `batch.records`, `batch.bounds` and `batch.count` from `bytes[from .. to)`; `bytes[to]` must be a line feed
   * and three more bytes must follow.
   * `isLast` = nothing comes after `to`; `relaxed` = bytes are not limited, for characters of several bytes.
   */
  scan(
    { bytes, view }: KeyBytes,
    from: number,
    to: number,
    line: number,
    isLast: boolean,
    maxRecords: number,
    relaxed: boolean,
    batch: Pick<PlainBatch, 'cellCount' | 'records' | 'bounds'> & { count: number },
  ): ScanEnd {
    const state = this.#state;
    state[0] = line;
    const { maxRecordChars, maxRecordLines } = this.#limits;
    const maxBytes = relaxed ? Infinity : maxRecordChars;
    const { cellCount, records, bounds } = batch;
    const final = isLast ? 1 : 0;
    batch.count =
      this.#delimiter < 0
        ? scanBlankRecordsInto(bytes, from, to, final, cellCount, maxRecords, maxBytes, records, bounds, state)
        : scanRecordsInto(
            bytes,
            view,
            from,
            to,
            final,
            this.#delimiter,
            this.#kinds,
            cellCount,
            maxRecords,
            maxBytes,
            maxRecordLines,
            records,
            bounds,
            state,
          );
    return { at: state[1]!, line: state[0], fault: state[2] === 1 };
  }
}

/** Whether an encoding's label, one that the byte reader accepts, stands for UTF-8. */
function isUtf8(encoding: string): boolean {
  return encoding === 'utf-8' || encoding === 'utf8';
}
