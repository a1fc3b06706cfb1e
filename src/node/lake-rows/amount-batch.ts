import { parseExactDecimal, UsageError } from '../../foundation/index.js';
import { readAmountsInto } from '../../ingest/index.js';
import { CHUNK_ROWS, type SqlChunk } from '../duckdb.js';
import { type TextBatch } from './text-batch.js';

const MARK = 0x2e;
/** What is known of the text of a row. */
const PLAIN = 0;
const ODD = 1;
const MISSING = 2;

/** The exact amounts of a column while a chunk is read: mantissa (NaN = none) and number of decimals. */
export class AmountBatch {
  readonly mantissas = new Float64Array(CHUNK_ROWS).fill(NaN);
  readonly decimals = new Uint8Array(CHUNK_ROWS);
  /** Exact mantissas beyond 2^53 - 1, by row of the chunk. */
  readonly wide = new Map<number, bigint>();
  readonly #texts: TextBatch;
  readonly #bounds = new Int32Array(2 * CHUNK_ROWS);
  readonly #odd = new Uint8Array(CHUNK_ROWS);

  constructor(texts: TextBatch) {
    this.#texts = texts;
  }

  load(chunk: SqlChunk): void {
    this.wide.clear();
    if (this.#texts.isEmpty) return;
    this.#texts.load(chunk);
    const { starts, ends, source } = this.#texts;
    for (let row = 0; row < chunk.rowCount; row++) {
      this.#bounds[2 * row] = starts[row]!;
      this.#bounds[2 * row + 1] = ends[row]!;
      this.#odd[row] = starts[row]! < 0 ? MISSING : PLAIN;
    }
    const { mantissas, decimals } = this;
    readAmountsInto(source.bytes, this.#bounds, 1, 0, chunk.rowCount, MARK, this.#odd, mantissas, decimals);
  }

  /**
   * Settles a row whose amount is not a few digits with a point.
   *
   * @returns whether it has an amount
   * @throws UsageError `slice-row` for a text that is no plain decimal
   */
  settle(row: number): boolean {
    const kind = this.#texts.isEmpty ? MISSING : this.#odd[row]!;
    if (kind === ODD) {
      const decimal = parseExactDecimal(this.#texts.text(row));
      if (decimal === undefined) throw new UsageError('slice-row', 'Expected a plain decimal in each amount');
      this.mantissas[row] = Number(decimal.mantissa);
      this.decimals[row] = decimal.decimals;
      if (!Number.isSafeInteger(Number(decimal.mantissa))) this.wide.set(row, decimal.mantissa);
    } else if (kind === MISSING) this.clear(row);
    return kind !== MISSING;
  }

  clear(row: number): void {
    this.mantissas[row] = NaN;
    this.decimals[row] = 0;
    this.wide.delete(row);
  }
}
