import { KEY_SLACK, type KeyBytes, keyBytes } from '../../structures/index.js';
import { CHUNK_ROWS, type SqlChunk } from '../duckdb.js';
import { NO_TEXT, PIECE_BYTES } from './column-kinds.js';
import { type ColumnPlace } from './lake-query.js';

/** The UTF-8 bytes of a column of texts while a chunk is read, put together from their pieces. */
export class TextBatch {
  readonly #place: ColumnPlace | undefined;
  #source = keyBytes(new Uint8Array(CHUNK_ROWS * 2 * PIECE_BYTES));
  /** Where the text of each row begins in {@link TextBatch.source}; -1 = not given. */
  readonly starts = new Int32Array(CHUNK_ROWS).fill(-1);
  readonly ends = new Int32Array(CHUNK_ROWS).fill(-1);
  // A leading U+FEFF is part of the text, not a mark to be swallowed.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** @param place none for a column that holds nothing */
  constructor(place: ColumnPlace | undefined) {
    this.#place = place;
  }

  get isEmpty(): boolean {
    return this.#place === undefined;
  }

  /** Ends {@link KEY_SLACK} bytes behind the last text at the earliest. */
  get source(): KeyBytes {
    return this.#source;
  }

  load(chunk: SqlChunk): void {
    if (this.#place === undefined) return;
    const { first, count } = this.#place;
    const pieces = Array.from({ length: count }, (_, i) => chunk.bytes(first + i));
    let end = 0;
    for (let row = 0; row < chunk.rowCount; row++) {
      let piece = pieces[0]!(row)!;
      if (piece[0] === NO_TEXT) {
        this.starts[row] = this.ends[row] = -1;
        continue;
      }
      this.starts[row] = end;
      end = this.#append(piece, end);
      for (let i = 1; i < count && piece.length === PIECE_BYTES; i++) {
        piece = pieces[i]!(row)!;
        end = this.#append(piece, end);
      }
      this.ends[row] = end;
    }
  }

  text(row: number): string {
    return this.#decoder.decode(this.#source.bytes.subarray(this.starts[row], this.ends[row]));
  }

  #append(piece: Uint8Array, at: number): number {
    const end = at + piece.length;
    if (end + KEY_SLACK > this.#source.bytes.length) this.#grow(end + KEY_SLACK);
    const { bytes } = this.#source;
    if (piece.length > PIECE_BYTES) bytes.set(piece, at);
    else for (let i = 0; i < piece.length; i++) bytes[at + i] = piece[i]!;
    return end;
  }

  #grow(least: number): void {
    const { bytes } = this.#source;
    const grown = new Uint8Array(Math.max(least, 2 * bytes.length));
    grown.set(bytes);
    this.#source = keyBytes(grown);
  }
}
