import { RECORD_LIMITS, type RecordLimits, type RecordSink, recordTooLong, tooManyCells } from './record-sink.js';

/** Records whose cells are set apart by runs of blanks or tabs. One per line; quotes mean nothing here. */
export class BlankRecords {
  readonly #sink: RecordSink;
  readonly #limits: RecordLimits;
  #pending = '';
  #line = 1;
  #skipping = false;

  constructor(sink: RecordSink, limits: RecordLimits = RECORD_LIMITS) {
    this.#sink = sink;
    this.#limits = limits;
  }

  push(text: string): void {
    const lines = (this.#pending + text).split('\n');
    this.#pending = lines.pop() ?? '';
    for (const line of lines) this.#hand(line);
    if (this.#pending.length <= this.#limits.maxRecordChars) return;
    // Of a line without end only its being there is kept.
    if (!this.#skipping)
      this.#sink.refuse(this.#line, this.#pending.slice(0, this.#limits.maxRecordChars), recordTooLong(this.#limits));
    this.#skipping = true;
    this.#pending = '';
  }

  end(): void {
    if (this.#pending !== '' && !this.#skipping) this.#hand(this.#pending);
    this.#pending = '';
  }

  #hand(raw: string): void {
    const line = this.#line++;
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    if (raw.length > this.#limits.maxRecordChars) {
      this.#sink.refuse(line, raw.slice(0, this.#limits.maxRecordChars), recordTooLong(this.#limits));
      return;
    }
    const cells = splitBlanks(raw);
    if (cells.length > this.#limits.maxColumns) {
      this.#sink.refuse(line, raw, tooManyCells(this.#limits, cells.length));
    } else this.#sink.accept(cells, line, raw);
  }
}

/** Cells between blanks; one empty cell for a line without any. */
export function splitBlanks(line: string): string[] {
  return line.trim().split(/[ \t]+/);
}
