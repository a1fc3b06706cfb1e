import { CHUNK_ROWS, type SqlChunk } from '../duckdb.js';
import { NO_WORD, OTHER_WORD } from './column-kinds.js';
import { type ColumnPlace } from './lake-query.js';

/** A word whose number has not been asked for. */
const UNASKED = -2;

/** The words of one kind and the numbers that they have in a ledger, each asked for when a row first has the word. */
export class WordNumbers {
  readonly #words: readonly Uint8Array[];
  readonly #numbers: Int32Array;
  readonly #numberOf: (word: string) => number;
  // A leading U+FEFF is part of the text, not a mark to be swallowed.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** @param numberOf must not give negative numbers below -1 */
  constructor(words: readonly Uint8Array[], numberOf: (word: string) => number) {
    this.#words = words;
    this.#numbers = new Int32Array(words.length).fill(UNASKED);
    this.#numberOf = numberOf;
  }

  /** Number of the word with a code. */
  known(code: number): number {
    const number = this.#numbers[code]!;
    return number === UNASKED ? (this.#numbers[code] = this.other(this.#words[code]!)) : number;
  }

  /** Number of a word that has no code. */
  other(word: Uint8Array): number {
    return this.#numberOf(this.#decoder.decode(word));
  }
}

/** A column of words while a chunk is read. */
export class WordColumn {
  readonly #numbers: WordNumbers;
  readonly #place: ColumnPlace | undefined;
  readonly #codes = new Float64Array(CHUNK_ROWS).fill(NO_WORD);
  #chunk: SqlChunk | undefined;

  /** @param place none for a column that holds nothing */
  constructor(numbers: WordNumbers, place: ColumnPlace | undefined) {
    this.#numbers = numbers;
    this.#place = place;
  }

  load(chunk: SqlChunk): void {
    this.#chunk = chunk;
    if (this.#place !== undefined) chunk.numbersInto(this.#place.first, this.#codes);
  }

  isGiven(row: number): boolean {
    return this.#codes[row] !== NO_WORD;
  }

  /** What its kind says of the word of a row; -1 if it has none. */
  number(row: number): number {
    const code = this.#codes[row]!;
    if (code >= 0) return this.#numbers.known(code);
    return code === OTHER_WORD ? this.#numbers.other(this.#chunk!.bytes(this.#place!.first + 1)(row)!) : NO_WORD;
  }
}
