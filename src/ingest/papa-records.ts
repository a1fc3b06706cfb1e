import Papa from 'papaparse';
import {
  RECORD_LIMITS,
  type RecordLimits,
  type RecordSink,
  recordTooLong,
  tooManyCells,
  unclosedQuote,
} from './record-sink.js';
import { RecordReach } from './record-reach.js';

/** This much new text is worth another run of the tokeniser. */
const PIECE_CHARS = 65_536;

/**
 * Records of delimited text, in pieces. Papa Parse does the tokenising and nothing else: it gets decoded text with `\n`
 * line ends, and neither types nor guesses.
 *
 * A record beyond the limits has, in all likelihood, a quote that was never closed. Only its first line is refused
 * (`unclosed-quote`), and reading goes on with the line after: later good lines are not lost. A line that is too long by
 * itself is refused as a whole (`record-too-long`). What is read does not depend on how the text is cut into pieces.
 *
 * Cost: linear; a refused line costs a look at as many lines after it as {@link RecordReach} allows.
 */
export class PapaRecords {
  readonly #delimiter: string;
  readonly #sink: RecordSink;
  readonly #limits: RecordLimits;
  readonly #pieceChars: number;
  readonly #reach: RecordReach;
  readonly #onTokenise: ((chars: number) => void) | undefined;
  #pending = '';
  /** Length of `pending` that the tokeniser has already seen without finding a record's end. */
  #seen = 0;
  #line: number;
  /** Inside a line that was refused for its length. */
  #skipping = false;

  /** @param firstLine physical line at which the text begins */
  constructor(
    delimiter: string,
    sink: RecordSink,
    { limits = RECORD_LIMITS, firstLine = 1, pieceChars = PIECE_CHARS, onTokenise }: PapaRecordsOptions = {},
  ) {
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#limits = limits;
    this.#line = firstLine;
    this.#pieceChars = pieceChars;
    this.#reach = new RecordReach(limits);
    this.#onTokenise = onTokenise;
  }

  push(text: string): void {
    this.#pending += text;
    if (this.#pending.length - this.#seen >= this.#pieceChars) this.#drain(false);
  }

  end(): void {
    this.#drain(true);
  }

  #drain(isLast: boolean): void {
    while (this.#pending !== '') {
      if (this.#skipping && !this.#skipLine()) break;
      const text = this.#window();
      const isWindow = text.length < this.#pending.length;
      const { end, stopped } = this.#tokenise(text, isLast && !isWindow);
      this.#pending = this.#pending.slice(end);
      // A window is as long as a record may be: nothing handed on means that its first record is longer.
      const isTooLong = isWindow ? end === 0 : !isLast && this.#isTooLong(this.#pending);
      if (stopped || isTooLong) this.#refuseFirstLine(isLast);
      else if (!isWindow) break;
    }
    this.#seen = this.#pending.length;
  }

  /** The text up to which a record may reach, so that line after refused line does not cost a look at all the rest. */
  #window(): string {
    const text = this.#pending;
    const most = this.#limits.maxRecordChars + 2;
    let end = -1;
    for (let line = 0; line <= this.#reach.lines && end < most; line++) {
      end = text.indexOf('\n', end + 1);
      if (end < 0) return text.slice(0, most);
    }
    return text.slice(0, Math.min(end + 1, most));
  }

  /** Hands on every whole record; `end` = behind the last of them, `stopped` = before one that must be refused. */
  #tokenise(text: string, isLast: boolean): { end: number; stopped: boolean } {
    let start = 0;
    let stopped = false;
    this.#onTokenise?.(text.length);
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      quoteChar: '"',
      step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
        // Behind a last line's end Papa sees one more, empty record.
        if (stopped || start >= text.length) return;
        const end = meta.cursor;
        const raw = text.slice(start, text.charCodeAt(end - 1) === NEWLINE && end > start ? end - 1 : end);
        if (errors.some((error) => error.code === 'MissingQuotes') || this.#isTooLong(raw)) {
          stopped = true;
          parser.abort();
          return;
        }
        this.#hand(data[0] ?? [''], raw);
        start = end;
      },
    });
    parser.parse(text, 0, !isLast);
    return { end: start, stopped };
  }

  #hand(cells: readonly string[], raw: string): void {
    if (cells.length > this.#limits.maxColumns) {
      this.#sink.refuse(this.#line, raw, tooManyCells(this.#limits, cells.length));
    } else this.#sink.accept(cells, this.#line, raw);
    const lines = 1 + countNewlines(raw, Infinity);
    this.#line += lines;
    this.#reach.read(lines);
  }

  #refuseFirstLine(isLast: boolean): void {
    this.#reach.refused();
    const text = this.#pending;
    const end = text.indexOf('\n');
    const hasEnd = end >= 0 && end <= this.#limits.maxRecordChars;
    if (hasEnd || (isLast && text.length <= this.#limits.maxRecordChars)) {
      this.#sink.refuse(this.#line++, hasEnd ? text.slice(0, end) : text, unclosedQuote());
      this.#pending = hasEnd ? text.slice(end + 1) : '';
    } else {
      this.#sink.refuse(this.#line++, text.slice(0, this.#limits.maxRecordChars), recordTooLong(this.#limits));
      this.#skipping = true;
    }
  }

  /** Goes to the line after a refused one; false = its end has not come yet. */
  #skipLine(): boolean {
    const end = this.#pending.indexOf('\n');
    this.#pending = end < 0 ? '' : this.#pending.slice(end + 1);
    if (end >= 0) this.#skipping = false;
    return end >= 0;
  }

  #isTooLong(record: string): boolean {
    const { lines } = this.#reach;
    return record.length > this.#limits.maxRecordChars || countNewlines(record, lines) > lines;
  }
}

/** Settings of {@link PapaRecords}. */
export interface PapaRecordsOptions {
  /** Default {@link RECORD_LIMITS}. */
  readonly limits?: RecordLimits;
  /** Physical line at which the text begins. Default 1. */
  readonly firstLine?: number;
  /** Characters gathered before the tokeniser runs; changes no result. Default 65,536. */
  readonly pieceChars?: number;
  /** Told the characters of every text that the tokeniser is given, for counting its work. Default nobody. */
  readonly onTokenise?: (chars: number) => void;
}

const NEWLINE = 0x0a;

/** Newlines in a text, counting no further than one beyond `enough`. */
function countNewlines(text: string, enough: number): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0 && count <= enough; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
