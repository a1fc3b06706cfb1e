import { MAX_CHARACTER_BYTES } from './plain-scan.js';
import { type PlainText } from './plain-text.js';
import { type RecordLimits, recordTooLong, unclosedQuote } from './record-sink.js';
import { type RowInterpreter } from './row-interpreter.js';

const LF = 10;
const CR = 13;

/**
 * Refuses records with a quote that nothing closes, or beyond the limits, the way the other reader does: only the first
 * line of such a record is refused, and reading goes on behind it.
 */
export class PlainFaults {
  readonly #interpreter: RowInterpreter;
  readonly #text: PlainText;
  readonly #limits: RecordLimits;
  readonly #isBlank: boolean;
  #skipping = false;

  constructor(interpreter: RowInterpreter, text: PlainText, limits: RecordLimits, isBlank: boolean) {
    this.#interpreter = interpreter;
    this.#text = text;
    this.#limits = limits;
    this.#isBlank = isBlank;
  }

  /** Whether the record that begins at `from`, and has no end before `to`, has too many characters already. */
  isTooLong(bytes: Uint8Array, from: number, to: number): boolean {
    // A carriage return at the end may be the record's own end.
    const end = to > from && bytes[to - 1] === CR ? to - 1 : to;
    return this.isLonger(bytes, from, end);
  }

  /** Whether a stretch of bytes has more characters than a record may have. */
  isLonger(bytes: Uint8Array, from: number, to: number): boolean {
    const { maxRecordChars } = this.#limits;
    if (to - from <= maxRecordChars) return false;
    return (
      this.#text.text(bytes, from, Math.min(to, from + MAX_CHARACTER_BYTES * (maxRecordChars + 1))).length >
      maxRecordChars
    );
  }

  /**
   * Refuses the line at `from`, given that its record is at fault.
   * @returns where reading goes on
   */
  refuse(bytes: Uint8Array, from: number, to: number, line: number, isLast: boolean): number {
    const end = lineEnd(bytes, from, to);
    const tooLong = this.isLonger(bytes, from, end);
    if (!this.#isBlank && !tooLong && (end < to || isLast)) {
      this.#interpreter.refuse(line, this.#text.text(bytes, from, end), unclosedQuote());
      return afterLineEnd(bytes, end, to);
    }
    const { maxRecordChars } = this.#limits;
    const enough = Math.min(end, from + MAX_CHARACTER_BYTES * (maxRecordChars + 1));
    const raw = this.#text.text(bytes, from, enough).slice(0, maxRecordChars);
    this.#interpreter.refuse(line, raw, recordTooLong(this.#limits));
    this.#skipping = true;
    return end;
  }

  /** Goes to the line after one refused for its length: where reading goes on, or `from` if no line is being skipped. */
  skip(bytes: Uint8Array, from: number, to: number, isLast: boolean): number {
    if (!this.#skipping) return from;
    const end = lineEnd(bytes, from, to);
    // A carriage return at the end may have its line feed to come.
    if (end === to || (end === to - 1 && bytes[end] === CR && !isLast)) return end;
    this.#skipping = false;
    return afterLineEnd(bytes, end, to);
  }

  /** Whether the rest of a line refused for its length is being passed over. */
  isSkipping(): boolean {
    return this.#skipping;
  }
}

function lineEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

function afterLineEnd(bytes: Uint8Array, end: number, to: number): number {
  if (end >= to) return to;
  return bytes[end] === CR && end + 1 < to && bytes[end + 1] === LF ? end + 2 : end + 1;
}
