import { type KeyBytes } from '../structures/index.js';
import { byteKinds, scanRecordsInto } from './byte-records.kernel.js';
import { scanBlankRecordsInto } from './byte-blank-records.kernel.js';
import { type PlainBatch } from './plain-batch.js';
import { type RecordReach } from './record-reach.js';
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

/**
 * What is looked for: records within the limits; one record whose bytes may be more than its characters may; or one that was found
 * before.
 */
export type ScanAim = 'records' | 'long-record' | 'known-record';

/** Most bytes that a character takes, or what is none. */
export const MAX_CHARACTER_BYTES = 4;

/** Finds records in bytes for one dialect. */
export class PlainScan {
  readonly #delimiter: number;
  readonly #kinds: Uint8Array;
  readonly #limits: RecordLimits;
  readonly #reach: RecordReach;
  readonly #state = new Float64Array(4);

  /** @param delimiter one character, or `blank` */
  constructor(delimiter: string, encoding: string, limits: RecordLimits, reach: RecordReach) {
    this.#delimiter = delimiter === 'blank' ? -1 : delimiter.charCodeAt(0);
    this.#kinds = byteKinds(delimiter === 'blank' ? 0x20 : this.#delimiter, isUtf8(encoding));
    this.#limits = limits;
    this.#reach = reach;
  }

  /** Bytes looked at in search of closing quotes so far, for counting the work. */
  get quotedBytes(): number {
    return this.#state[3]!;
  }

  /**
   * Fills `batch.records`, `batch.bounds` and `batch.count` from `bytes[from .. to)`; `bytes[to]` must be a line feed
   * and three more bytes must follow.
   * `isLast` = nothing comes after `to`.
   */
  scan(
    { bytes, view }: KeyBytes,
    from: number,
    to: number,
    line: number,
    isLast: boolean,
    maxRecords: number,
    aim: ScanAim,
    batch: Pick<PlainBatch, 'cellCount' | 'records' | 'bounds'> & { count: number },
  ): ScanEnd {
    const state = this.#state;
    state[0] = line;
    const { maxRecordChars, maxRecordLines } = this.#limits;
    const maxBytes = aim === 'records' ? maxRecordChars : MAX_CHARACTER_BYTES * (maxRecordChars + 1);
    const reach = aim === 'known-record' ? maxRecordLines : this.#reach.lines;
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
            reach,
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
