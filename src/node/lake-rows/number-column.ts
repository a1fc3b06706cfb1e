import { CHUNK_ROWS, type SqlChunk } from '../duckdb.js';
import { type ColumnPlace } from './lake-query.js';

/** A column of whole numbers while a chunk is read. */
export class NumberColumn {
  /** By row of the chunk; NaN = not given. */
  readonly values = new Float64Array(CHUNK_ROWS).fill(NaN);
  readonly #place: ColumnPlace | undefined;

  /** @param place none for a column that holds nothing */
  constructor(place: ColumnPlace | undefined) {
    this.#place = place;
  }

  load(chunk: SqlChunk): void {
    if (this.#place !== undefined) chunk.numbersInto(this.#place.first, this.values);
  }

  /** Whether a row has a number that is exact as it is. */
  isWhole(row: number): boolean {
    return Number.isSafeInteger(this.values[row]);
  }
}
