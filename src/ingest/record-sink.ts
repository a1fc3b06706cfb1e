import { type Fault } from './read-log.js';

/** Takes records one after another. */
export interface RecordSink {
  /** Cells of the record that begins at a physical, 1-based line; `raw` is its text without the line's end. */
  accept(cells: readonly string[], line: number, raw: string): void;
  /** A record that is none. */
  refuse(line: number, raw: string, fault: Fault): void;
}

/** Beyond these a record is taken for a mistake of the file. */
export interface RecordLimits {
  /** Characters of a record. Default 1,000,000. */
  readonly maxRecordChars: number;
  /** Line breaks inside one record. Default 1,000. */
  readonly maxRecordLines: number;
  /** Line breaks inside the record behind a refused line, and one more for each line read since. Default 16. */
  readonly linesAfterRefusal?: number;
  /** Cells of a record. Default 10,000. */
  readonly maxColumns: number;
}

/** @see RecordLimits */
export const RECORD_LIMITS: RecordLimits = Object.freeze({
  maxRecordChars: 1_000_000,
  maxRecordLines: 1000,
  maxColumns: 10_000,
});

/** Fault of a record whose quotes do not close where a record may be expected to end. */
export function unclosedQuote(): Fault {
  return { code: 'unclosed-quote', column: '', expected: 'a closing quote', received: 'none within the limits' };
}

/** Fault of a line longer than a record may be. */
export function recordTooLong({ maxRecordChars }: RecordLimits): Fault {
  const expected = `a line of at most ${maxRecordChars} characters`;
  return { code: 'record-too-long', column: '', expected, received: 'a longer one' };
}

/** Fault of a record with more cells than any table has. */
export function tooManyCells({ maxColumns }: RecordLimits, cells: number): Fault {
  return { code: 'too-many-cells', column: '', expected: `at most ${maxColumns} cells`, received: `${cells}` };
}
