import { type KeyBytes } from '../structures/index.js';
import { RECORD_STRIDE } from './byte-records.kernel.js';
import { splitBlanks } from './blank-records.js';
import { type PlainScan } from './plain-scan.js';
import { wholeTextDecoder } from './text-decoding.js';

const QUOTE = 34;

/** Turns records found in bytes into what the row interpreter takes: texts. For the few that need it. */
export class PlainText {
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #scan: PlainScan;
  readonly #isBlank: boolean;
  readonly #scratch = { cellCount: 64, records: new Int32Array(RECORD_STRIDE), bounds: new Int32Array(128), count: 0 };

  constructor(encoding: string, delimiter: string, scan: PlainScan) {
    this.#decode = wholeTextDecoder(encoding, { ignoreBOM: true });
    this.#scan = scan;
    this.#isBlank = delimiter === 'blank';
  }

  /** Text of a stretch of bytes that ends where a character ends, every line's end as `\n`. */
  text(bytes: Uint8Array, start: number, end: number): string {
    const text = this.#decode(bytes.subarray(start, end));
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /** Cells of the record at `start`, of which `count` are known to exist; the other arguments are those of its scan. */
  cells(source: KeyBytes, start: number, end: number, count: number, to: number, isLast: boolean): string[] {
    if (this.#isBlank) return splitBlanks(this.text(source.bytes, start, end));
    const { bytes } = source;
    const scratch = this.#scratch;
    if (count > scratch.cellCount) {
      scratch.cellCount = 2 * count;
      scratch.bounds = new Int32Array(4 * count);
    }
    this.#scan.scan(source, start, to, 1, isLast, 1, 'known-record', scratch);
    return Array.from({ length: count }, (_, cell) => {
      const from = scratch.bounds[2 * cell]!;
      const text = this.text(bytes, from, scratch.bounds[2 * cell + 1]!);
      const isQuoted = from > start && bytes[from - 1] === QUOTE;
      return isQuoted && text.includes('"') ? text.replaceAll('""', '"') : text;
    });
  }
}
