import { keyBytes } from '../structures/index.js';
import { type Dialect } from './dialect.js';
import { RECORD_STRIDE } from './byte-records.kernel.js';
import { WORD_REACH } from './byte-words.kernel.js';
import { BATCH, PlainBatch } from './plain-batch.js';
import { PlainCells } from './plain-cells.js';
import { PlainFaults } from './plain-faults.js';
import { PlainRows } from './plain-rows.js';
import { PlainScan, type ScanAim, type ScanEnd } from './plain-scan.js';
import { PlainText } from './plain-text.js';
import { RecordReach } from './record-reach.js';
import { RECORD_LIMITS, type RecordLimits, tooManyCells } from './record-sink.js';
import { type ReaderRest } from './reader-rest.js';
import { type RowInterpreter } from './row-interpreter.js';

/** Bytes gathered before they are looked at; kept below the size of a second-level cache. */
const PIECE_BYTES = 1 << 19;
/**
 * Bytes gathered at first; twice as many each time. A few small batches teach an engine what ordinary records look like,
 * where one large batch of nothing but new words and accounts would have it compile its loops for these, and soon again.
 */
const FIRST_PIECE_BYTES = 1 << 12;
/** Room behind the bytes: for the line feed that stops the scan, and for looking at cells in words of four bytes. */
const SLACK = 4 + WORD_REACH;

/** Settings of {@link PlainReader}; none changes what a file of ordinary records says. */
export interface PlainReaderOptions {
  /** Default {@link RECORD_LIMITS}. */
  readonly limits?: RecordLimits;
  /** Bytes gathered before they are looked at; changes no result. Default 524,288. */
  readonly pieceBytes?: number;
  /** Bytes to come, as far as known: room is made for so many. Changes no result. Default 0. */
  readonly expectedBytes?: number;
}

/**
 * Reads plain delimited bytes into a draft without making a string per cell. Cells written in the plainest way are taken
 * from their bytes, in batches; a record with anything else in it is decoded and handed to the row interpreter, so that
 * there is one meaning. Rows, remarks and refusals come out in the order of the file, the same as from the other reader.
 * See {@link canReadPlain} for what it takes.
 *
 * Cost: linear; 4-10 times less than tokenising into strings where most records are plain.
 */
export class PlainReader {
  readonly #interpreter: RowInterpreter;
  readonly #limits: RecordLimits;
  readonly #isBlank: boolean;
  readonly #maxPieceBytes: number;
  #pieceBytes: number;
  #expectedBytes: number;
  readonly #reach: RecordReach;
  readonly #scan: PlainScan;
  readonly #text: PlainText;
  readonly #faults: PlainFaults;
  readonly #batch: PlainBatch;
  readonly #cells: PlainCells;
  readonly #rows: PlainRows;
  readonly #prefixFirsts = new Uint8Array(256);
  #source = keyBytes(new Uint8Array(1 << 16));
  /** The bytes [from, to) of the source are still to be read. */
  #from = 0;
  #to = 0;
  #line = 1;
  #bomLeft: number;
  /** Bytes that have been looked at without finding a record's end. */
  #seen = 0;

  constructor(
    interpreter: RowInterpreter,
    dialect: Dialect,
    { limits = RECORD_LIMITS, pieceBytes = PIECE_BYTES, expectedBytes = 0 }: PlainReaderOptions = {},
  ) {
    const { plan, draft, log, file } = interpreter;
    this.#interpreter = interpreter;
    this.#limits = limits;
    this.#isBlank = dialect.delimiter === 'blank';
    this.#maxPieceBytes = pieceBytes;
    this.#pieceBytes = Math.min(FIRST_PIECE_BYTES, pieceBytes);
    this.#expectedBytes = expectedBytes;
    this.#reach = new RecordReach(limits);
    this.#scan = new PlainScan(dialect.delimiter, dialect.encoding, limits, this.#reach);
    this.#text = new PlainText(dialect.encoding, dialect.delimiter, this.#scan);
    this.#faults = new PlainFaults(interpreter, this.#text, limits, this.#isBlank);
    this.#batch = new PlainBatch(plan.cellCount);
    this.#cells = new PlainCells(plan, draft);
    this.#rows = new PlainRows(plan, draft, log, file, this.#cells);
    this.#bomLeft = dialect.bomBytes;
    for (const prefix of [...plan.skipPrefixes, ...plan.footerPrefixes]) {
      this.#prefixFirsts[prefix.charCodeAt(0) & 0xff] = 1;
    }
  }

  /** Takes the next bytes; they are copied, so that the caller may reuse the buffer. */
  push(chunk: Uint8Array): void {
    const skipped = Math.min(this.#bomLeft, chunk.length);
    this.#bomLeft -= skipped;
    for (let at = skipped; at < chunk.length;) {
      const size = Math.min(chunk.length - at, this.#pieceBytes);
      this.#gather(chunk.subarray(at, at + size));
      at += size;
      if (this.#to - this.#from - this.#seen < this.#pieceBytes) continue;
      this.#drain(false);
      this.#pieceBytes = Math.min(2 * this.#pieceBytes, this.#maxPieceBytes);
    }
  }

  /** Reads what is left; to be called once, after the last byte. */
  end(): void {
    this.#drain(true);
  }

  /** Reads all whole records among the bytes it has, and says where that leaves it. */
  settle(): ReaderRest {
    this.#drain(false);
    const isBetweenRecords = !this.#faults.isSkipping() && this.#interpreter.preludeLeft === 0 && this.#reach.isFull;
    return { bytesLeft: this.#to - this.#from, isBetweenRecords, lines: this.#line - 1 };
  }

  /** Bytes looked at in search of closing quotes so far, for counting the work. */
  get quotedBytes(): number {
    return this.#scan.quotedBytes;
  }

  /** Leaves lines out that somebody else has read; only where the reader is left with no bytes, between two records. */
  passOver(lines: number): void {
    this.#line += lines;
  }

  #gather(chunk: Uint8Array): void {
    const { bytes } = this.#source;
    const pending = this.#to - this.#from;
    if (this.#to + chunk.length + SLACK > bytes.length) {
      const needed = pending + chunk.length + SLACK;
      if (needed > bytes.length) {
        const grown = new Uint8Array(Math.max(needed, 2 * bytes.length));
        grown.set(bytes.subarray(this.#from, this.#to));
        this.#source = keyBytes(grown);
      } else bytes.copyWithin(0, this.#from, this.#to);
      this.#from = 0;
      this.#to = pending;
    }
    this.#source.bytes.set(chunk, this.#to);
    this.#to += chunk.length;
  }

  #drain(isLast: boolean): void {
    const { bytes } = this.#source;
    bytes[this.#to] = 10;
    while (this.#from < this.#to) {
      if (this.#faults.isSkipping()) {
        this.#from = this.#faults.skip(bytes, this.#from, this.#to, isLast);
        if (this.#faults.isSkipping()) break;
        continue;
      }
      const found = this.#readRecords(isLast, BATCH, 'records');
      if (found.fault) {
        if (!this.#readLongRecord(isLast)) break;
      } else if (this.#batch.count < BATCH) {
        if (isLast || !this.#faults.isTooLong(bytes, this.#from, this.#to)) break;
        this.#refuseLine(isLast);
      }
    }
    this.#seen = this.#to - this.#from;
  }

  /** Reads up to `maxRecords` records and moves on behind them. */
  #readRecords(isLast: boolean, maxRecords: number, aim: ScanAim): ScanEnd {
    const found = this.#scan.scan(this.#source, this.#from, this.#to, this.#line, isLast, maxRecords, aim, this.#batch);
    if (this.#expectedBytes > 0 && this.#pieceBytes === this.#maxPieceBytes) this.#reserve(found.at - this.#from);
    if (this.#batch.count > 0) this.#readBatch(isLast);
    this.#reach.read(found.line - this.#line);
    this.#from = found.at;
    this.#line = found.line;
    return found;
  }

  /** Makes room for the whole file, going by the size of the records in a batch. */
  #reserve(bytesRead: number): void {
    if (this.#batch.count === 0) return;
    // A fiftieth more than the batch promises, since later records may be shorter.
    const rows = (this.#expectedBytes / bytesRead) * this.#batch.count * 1.02;
    this.#interpreter.draft.reserveRows(Math.ceil(rows));
    this.#expectedBytes = 0;
  }

  /**
   * Deals with a record that has too many bytes, which may yet be few enough characters, or no end within reach.
   * @returns false if its end is still to come
   */
  #readLongRecord(isLast: boolean): boolean {
    const { bytes } = this.#source;
    const aim = 'long-record';
    const { fault } = this.#scan.scan(this.#source, this.#from, this.#to, this.#line, isLast, 1, aim, this.#batch);
    const hasEnd = this.#batch.count > 0;
    if (!fault && !hasEnd && !this.#faults.isTooLong(bytes, this.#from, this.#to)) return false;
    if (fault || !hasEnd || this.#faults.isLonger(bytes, this.#from, this.#batch.records[1]!)) this.#refuseLine(isLast);
    else this.#readRecords(isLast, 1, aim);
    return true;
  }

  #refuseLine(isLast: boolean): void {
    this.#from = this.#faults.refuse(this.#source.bytes, this.#from, this.#to, this.#line, isLast);
    this.#line++;
    if (!this.#isBlank) this.#reach.refused();
  }

  /** Reads the records of the batch: fine ones by columns, the others one by one, all in the order of the file. */
  #readBatch(isLast: boolean): void {
    const batch = this.#batch;
    const { bytes } = this.#source;
    const { records, odd, count, line } = batch;
    const { cellCount } = this.#interpreter.plan;
    const prelude = this.#interpreter.preludeLeft;
    for (let r = 0; r < count; r++) {
      const record = RECORD_STRIDE * r;
      const isPlain = records[record + 3] === 0 && records[record + 2] === cellCount && r >= prelude;
      odd[r] = isPlain && this.#prefixFirsts[bytes[records[record]!]!] === 0 ? 0 : 1;
      line[r] = records[record + 4]!;
    }
    this.#cells.read(this.#source, batch);
    for (let r = 0; r < count;) {
      const from = r;
      while (r < count && odd[r] === 0) r++;
      if (r > from) this.#rows.append(bytes, batch, from, r);
      for (; r < count && odd[r] !== 0; r++) this.#hand(RECORD_STRIDE * r, isLast);
    }
  }

  /** Hands one record to the row interpreter. */
  #hand(record: number, isLast: boolean): void {
    const { bytes } = this.#source;
    const { records } = this.#batch;
    const start = records[record]!;
    const end = records[record + 1]!;
    const count = records[record + 2]!;
    const line = records[record + 4]!;
    const raw = this.#text.text(bytes, start, end);
    const { maxColumns } = this.#limits;
    // Of blank separated cells only the decoded text knows how many there are.
    const cells =
      count > maxColumns && !this.#isBlank
        ? undefined
        : this.#text.cells(this.#source, start, end, count, this.#to, isLast);
    if (cells !== undefined && cells.length <= maxColumns) this.#interpreter.accept(cells, line, raw);
    else this.#interpreter.refuse(line, raw, tooManyCells(this.#limits, cells?.length ?? count));
  }
}
