import { RECORD_LIMITS, type RecordLimits } from './record-sink.js';

/** Line breaks that the record behind a refused line may hold. */
const LINES_AFTER_REFUSAL = 16;

/**
 * How many line breaks the next record may hold. All that the limits allow, as long as none is refused. Behind a refused line
 * only {@link LINES_AFTER_REFUSAL}, and one more for every line that has been read well since: a look ahead for the end of
 * a record is paid for by lines that were read, so that a file with an open quote on every line costs a bounded
 * stretch for each of them and the whole file a time linear in its size. Both readers keep to it, so that they refuse the same lines.
 */
export class RecordReach {
  readonly #most: number;
  readonly #least: number;
  #lines: number;

  constructor({
    maxRecordLines,
    linesAfterRefusal = LINES_AFTER_REFUSAL,
  }: Pick<RecordLimits, 'maxRecordLines' | 'linesAfterRefusal'> = RECORD_LIMITS) {
    this.#most = maxRecordLines;
    this.#least = Math.min(maxRecordLines, linesAfterRefusal);
    this.#lines = maxRecordLines;
  }

  /** Line breaks that the next record may hold. */
  get lines(): number {
    return this.#lines;
  }

  /** Whether nothing that came before makes a difference to what comes. */
  get isFull(): boolean {
    return this.#lines === this.#most;
  }

  /** A line has been refused because its record had no end within reach. */
  refused(): void {
    this.#lines = this.#least;
  }

  /** Lines that have been read as records. */
  read(lines: number): void {
    this.#lines = Math.min(this.#most, this.#lines + lines);
  }
}
